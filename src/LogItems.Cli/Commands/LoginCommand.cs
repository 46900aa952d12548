using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Profiles;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems login</c></summary>
internal sealed class LoginCommand : Command
{
    private readonly Option<string> _name = new("--name")
    {
        HelpName = "NAME",
        Required = true,
        Description = "Name of the profile; an existing one is replaced.",
    };

    private readonly Option<bool> _noVerify = new("--no-verify")
    {
        Description = "Save the profile without signing in, for a server that cannot be reached now.",
    };

    private readonly ClientSettings _client = new();

    public LoginCommand(CommandEnvironment host)
        : base("login", "Signs in to a server and saves its address, pinned certificate, API version, user name and credential command "
            + "as a profile for --profile. Passwords and tokens are not saved, except where the credential command contains them. "
            + "Without --api-version, the detected version is saved, unless --no-verify is specified.")
    {
        _name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && (name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))))
            {
                result.AddError("--name has to consist of letters, digits, hyphens, underscores and periods.");
            }
        });
        Add(_name);
        Add(_noVerify);
        _client.AddWithoutProfileTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var file = ProfileFile.Locate(host);
        var profile = _client.ToProfile(parse.GetValue(_name)!, parse, host);
        _ = file.ReadNames();
        if (!parse.GetValue(_noVerify))
        {
            using var client = await _client.ConnectAsync(parse, host, cancellationToken);
            var version = await client.GetVersionAsync(cancellationToken);
            await foreach (var _ in client.GetJobSessionsAsync(cancellationToken: cancellationToken))
            {
                break;
            }

            // A later upgrade of the server must not change the behavior of commands with this profile.
            profile = profile with { ApiVersion = profile.ApiVersion ?? version.ToPathSegment() };
            await host.Error.WriteLineAsync($"Signed in to {client.Server} with API {version.ToPathSegment()}.");
        }

        file.Save(profile);
        await host.Error.WriteLineAsync($"Saved the profile {profile.Name} in {file.Path}. Use it with --profile {profile.Name}.");
        return ExitCode.Ok;
    }
}
