using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace LogItems.Cli.Options;

/// <summary>A regular expression that is matched in linear time; null if it is absent.</summary>
internal sealed class PatternOption : Option<Regex?>
{
    public PatternOption(string name, string description)
        : base(name)
    {
        HelpName = "REGEX";
        Description = description;
        CustomParser = Parse;
    }

    private Regex? Parse(ArgumentResult argument)
    {
        try
        {
            return new Regex(argument.Tokens[0].Value, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (RegexParseException exception)
        {
            argument.AddError($"{Name} is not a valid regular expression: {exception.Message}");
        }
        catch (NotSupportedException)
        {
            argument.AddError($"{Name} contains a lookaround, a backreference or an atomic group, which are not supported.");
        }

        return null;
    }
}
