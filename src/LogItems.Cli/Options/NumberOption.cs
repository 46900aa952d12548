using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LogItems.Cli.Options;

/// <summary>An integer in a range; null if it is absent and has no default.</summary>
internal sealed class NumberOption : Option<int?>
{
    private readonly int _min;
    private readonly int _max;

    public NumberOption(string name, string helpName, string description, int min = 0, int max = int.MaxValue, int? defaultValue = null)
        : base(name)
    {
        (_min, _max) = (min, max);
        HelpName = helpName;
        Description = description;
        CustomParser = Parse;
        if (defaultValue is not null)
        {
            DefaultValueFactory = _ => defaultValue;
        }
    }

    private int? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= _min && number <= _max)
        {
            return number;
        }

        argument.AddError(string.Create(
            CultureInfo.InvariantCulture, $"{Name} is '{text}'; use a whole number from {_min:N0} to {_max:N0}."));
        return null;
    }
}
