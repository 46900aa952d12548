using System.CommandLine;
using LogItems.Monitoring;

namespace LogItems.Cli.Options;

/// <summary>A range of the Monitoring Plugins guidelines; null if it is absent.</summary>
internal sealed class RangeOption : Option<CheckRange?>
{
    public RangeOption(string name, string description)
        : base(name)
    {
        HelpName = "RANGE";
        Description = description;
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (!CheckRange.TryParse(text, out var range))
            {
                argument.AddError($"{Name} is '{text}'; use a range such as 10 (0 to 10), 10: (at least 10), 10:20 or @10:20 (alert inside the range).");
            }

            return range;
        };
    }
}
