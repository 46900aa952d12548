using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Profiles;

namespace LogItems.Cli.Options;

/// <summary>The name of the profile that provides defaults for the options of a server.</summary>
internal sealed class ProfileOption : Option<string?>
{
    private const string OptionName = "--profile";
    private const string EnvironmentVariable = "LOGITEMS_PROFILE";

    private Profile? _profile;

    public ProfileOption()
        : base(OptionName)
    {
        HelpName = "NAME";
        Description = $"Profile saved by logitems login, with defaults for the options of the server. [env: {EnvironmentVariable}]";
    }

    /// <summary>Gets the profile of a command; null if the command has no profile option or none is specified.</summary>
    /// <exception cref="UsageException">The profile does not exist.</exception>
    public static Profile? Find(ParseResult parse, CommandEnvironment host) =>
        parse.CommandResult.Command.Options.OfType<ProfileOption>().FirstOrDefault()?.Load(parse, host);

    /// <summary>Completes the names of profiles in a command and its subcommands.</summary>
    public static void CompleteNames(Command command, CommandEnvironment host)
    {
        foreach (var option in command.Options.OfType<ProfileOption>())
        {
            option.CompletionSources.Add(_ => NamesOf(host).Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        }

        foreach (var child in command.Subcommands)
        {
            CompleteNames(child, host);
        }
    }

    /// <summary>Reads the names; empty if the file cannot be read, because completion cannot show messages.</summary>
    public static IReadOnlyList<string> NamesOf(CommandEnvironment host)
    {
        try
        {
            return ProfileFile.Locate(host).ReadNames();
        }
        catch (Exception exception) when (exception is UsageException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private Profile? Load(ParseResult parse, CommandEnvironment host)
    {
        var name = parse.GetResult(this) is { Implicit: false } ? parse.GetValue(this) : host.Variable(EnvironmentVariable);
        if (string.IsNullOrEmpty(name))
        {
            return name is not null && parse.GetResult(this) is { Implicit: false } ? throw new UsageException($"{OptionName} is empty.") : null;
        }

        return _profile ??= ProfileFile.Locate(host).Read(name);
    }
}
