using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Profiles;

namespace LogItems.Cli.Options;

/// <summary>A text setting from an option, else from an environment variable, else from the profile.</summary>
internal sealed class Setting
{
    private readonly string _variable;
    private readonly Func<Profile, string?>? _inProfile;

    public Setting(string name, string variable, string helpName, string description, Func<Profile, string?>? inProfile = null)
    {
        (_variable, _inProfile) = (variable, inProfile);
        Option = new Option<string?>(name) { HelpName = helpName, Description = $"{description} [env: {variable}]" };
    }

    public Option<string?> Option { get; }

    /// <summary>The name of the option without its hyphens.</summary>
    public string Name => Option.Name.TrimStart('-');

    /// <summary>The option and the variable, for messages.</summary>
    public string Alternatives => $"{Option.Name} or {_variable}";

    /// <summary>Determines whether the option was specified.</summary>
    public bool IsGiven(ParseResult parse) => parse.GetResult(Option) is { Implicit: false };

    /// <summary>The value of the first source that has one; null if there is none.</summary>
    /// <exception cref="UsageException">The option was specified without a value, or the profile does not exist.</exception>
    public string? Read(ParseResult parse, CommandEnvironment host) => Find(parse, host).Text;

    /// <summary>The value of the first source that has one, with that source.</summary>
    /// <exception cref="UsageException">The option was specified without a value, or the profile does not exist.</exception>
    public SettingValue Find(ParseResult parse, CommandEnvironment host)
    {
        if (IsGiven(parse))
        {
            return parse.GetValue(Option) is { Length: > 0 } given ? new(given, Option.Name) : throw new UsageException($"{Option.Name} is empty.");
        }

        if (host.Variable(_variable) is { Length: > 0 } value)
        {
            return new(value, _variable);
        }

        return _inProfile is not null && ProfileOption.Find(parse, host) is { } profile && _inProfile(profile) is { } saved
            ? new(saved, $"profile {profile.Name}") { IsFromProfile = true }
            : default;
    }
}
