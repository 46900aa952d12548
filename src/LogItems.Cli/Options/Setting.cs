using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Options;

/// <summary>A text setting from an option or, if it is absent, from an environment variable.</summary>
internal sealed class Setting
{
    private readonly string _variable;

    public Setting(string name, string variable, string helpName, string description)
    {
        _variable = variable;
        Option = new Option<string?>(name) { HelpName = helpName, Description = $"{description} [env: {variable}]" };
    }

    public Option<string?> Option { get; }

    /// <summary>The option and the variable, for messages.</summary>
    public string Ways => $"{Option.Name} or {_variable}";

    /// <summary>Determines whether the option was given.</summary>
    public bool IsGiven(ParseResult parse) => parse.GetResult(Option) is { Implicit: false };

    /// <summary>The option's value, or else the variable's; null where neither was given.</summary>
    /// <exception cref="UsageException">The option was given, but empty.</exception>
    public string? Read(ParseResult parse, CommandEnvironment host)
    {
        if (!IsGiven(parse))
        {
            return host.Variable(_variable) is { Length: > 0 } value ? value : null;
        }

        return parse.GetValue(Option) is { Length: > 0 } given ? given : throw new UsageException($"{Option.Name} is empty.");
    }
}
