using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Profiles;
using LogItems.Export.Fleets;

namespace LogItems.Cli.Options;

/// <summary>The options for credentials: an access token, or a user name and a password. A password is never an argument.</summary>
internal sealed class CredentialSettings
{
    private const string PasswordVariable = "LOGITEMS_PASSWORD";

    /// <summary>The text that is shown in place of a secret.</summary>
    private const string Hidden = "(set)";

    private const string PasswordAdvice =
        $"set {PasswordVariable}, or pass the password on stdin with --password-stdin. Passwords are not accepted as arguments.";

    private readonly Setting _token = new(
        "--token", "LOGITEMS_TOKEN", "TOKEN",
        "Access token. Arguments are visible to other users of this machine; prefer the environment variable.");

    private readonly Setting _username = new(
        "--username", "LOGITEMS_USERNAME", "USER",
        "User name, as DOMAIN\\user or user. Prompts for the password unless one is provided.",
        profile => profile.Username);

    private readonly Option<bool> _passwordStdin = new("--password-stdin")
    {
        Description = $"Read the password from the first line of stdin. [env: {PasswordVariable}]",
    };

    private readonly Setting _command = new(
        "--credential-command", "LOGITEMS_CREDENTIAL_COMMAND", "COMMAND",
        "Shell command whose first line of output is the password, or an access token if there is no user name.",
        profile => profile.CredentialCommand);

    // Defined only to reject it with advice instead of an error that repeats its value.
    private readonly Option<string?> _password = new("--password") { Hidden = true, Arity = ArgumentArity.ZeroOrOne };

    public void AddTo(Command command)
    {
        _password.Validators.Add(result => result.AddError($"--password is not supported: {PasswordAdvice}"));
        command.Add(_username.Option);
        command.Add(_passwordStdin);
        command.Add(_command.Option);
        command.Add(_token.Option);
        command.Add(_password);
    }

    /// <summary>Rejects the options, because a fleet file replaces them.</summary>
    /// <exception cref="UsageException">One of them was specified.</exception>
    public void ThrowIfGiven(ParseResult parse) => OptionScope.ThrowIfGivenWithFleet(parse, _username.Option, _passwordStdin, _command.Option, _token.Option);

    /// <summary>Reads the credential. Options take precedence over variables, variables over the profile, and a token over a user name.</summary>
    /// <exception cref="UsageException">There is no credential, or two that conflict.</exception>
    /// <exception cref="InvalidDataException">The credential command failed.</exception>
    public async Task<LogItemsCredential> ReadAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var (token, username, password) = await ReadSecretsAsync(parse, host, cancellationToken);
        return token is not null ? new AccessTokenCredential(token) : new PasswordCredential(username!, password!);
    }

    /// <summary>Reads the secrets of the credential, for callers that sign in themselves: a token, or a user name with its password.</summary>
    /// <exception cref="UsageException">There is no credential, or two that conflict.</exception>
    /// <exception cref="InvalidDataException">The credential command failed.</exception>
    public async Task<(string? Token, string? Username, string? Password)> ReadSecretsAsync(
        ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var fromStdin = parse.GetValue(_passwordStdin);
        var commandGiven = _command.IsGiven(parse);
        if ((_username.IsGiven(parse) || fromStdin) && _token.IsGiven(parse))
        {
            throw new UsageException("--token cannot be combined with --username or --password-stdin.");
        }

        if (commandGiven && (fromStdin || _token.IsGiven(parse)))
        {
            throw new UsageException("--credential-command cannot be combined with --token or --password-stdin.");
        }

        var command = _command.Find(parse, host);
        if (!_username.IsGiven(parse) && !fromStdin && !commandGiven && _token.Read(parse, host) is { } token)
        {
            return (Checked(token), null, null);
        }

        if (_username.Read(parse, host) is { } username)
        {
            return (null, username, await ReadPasswordAsync(parse, host, username, command, cancellationToken));
        }

        return command.Text is not null && !fromStdin
            ? (Checked(await RunAsync(command, parse, host, cancellationToken)), null, null)
            : throw new UsageException($"No credentials are specified. Set LOGITEMS_TOKEN, or set {_username.Alternatives} and {PasswordAdvice}");
    }

    /// <summary>Describes the settings with their sources; of secrets, only whether they are set.</summary>
    public IEnumerable<(string Name, SettingValue Value)> Describe(ParseResult parse, CommandEnvironment host)
    {
        yield return (_username.Name, _username.Find(parse, host));
        yield return (_command.Name, _command.Find(parse, host));
        yield return ("password", parse.GetValue(_passwordStdin) ? new(Hidden, _passwordStdin.Name)
            : host.Variable(PasswordVariable) is { Length: > 0 } ? new(Hidden, PasswordVariable)
            : default);
        yield return (_token.Name, _token.Find(parse, host) is { Text: not null } token ? token with { Text = Hidden } : default);
    }

    /// <summary>Adds the settings that a profile keeps: the user name and the command, never a secret.</summary>
    public Profile AddTo(Profile profile, ParseResult parse, CommandEnvironment host) => profile with
    {
        Username = _username.Read(parse, host),
        CredentialCommand = _command.Read(parse, host),
    };

    private async Task<string> ReadPasswordAsync(
        ParseResult parse, CommandEnvironment host, string username, SettingValue command, CancellationToken cancellationToken)
    {
        var fromStdin = parse.GetValue(_passwordStdin);
        if (!fromStdin && !_command.IsGiven(parse) && host.Variable(PasswordVariable) is { Length: > 0 } password)
        {
            return password;
        }

        if (!fromStdin && command.Text is not null)
        {
            return await RunAsync(command, parse, host, cancellationToken);
        }

        if (host.PromptForSecret is { } ask)
        {
            return await ask($"Password for {username}:", cancellationToken);
        }

        // The read itself cannot be canceled.
        var line = fromStdin ? await host.In.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken) : null;
        return !string.IsNullOrEmpty(line) ? line : throw new UsageException(fromStdin
            ? "--password-stdin is specified, but stdin is empty."
            : $"No password is specified for {username}: {PasswordAdvice}");
    }

    /// <summary>The secret of a profile is only for the server of the profile, not for another one from an option or a variable.</summary>
    private async Task<string> RunAsync(SettingValue command, ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        if (command.IsFromProfile && ProfileOption.Find(parse, host) is { } profile && host.Server is { } server
            && !(Uri.TryCreate(profile.Server, UriKind.Absolute, out var own) && own == server))
        {
            throw new UsageException(
                $"The credential command of the profile {profile.Name} is for another server than {VerificationSettings.AddressOf(server)}. "
                + $"Specify {_command.Option.Name} to use it there.");
        }

        return await CredentialCommand.RunAsync(command.Text!, cancellationToken);
    }

    /// <summary>The error message for an invalid header value would repeat it.</summary>
    private static string Checked(string token) => token.All(c => c is > ' ' and <= '~')
        ? token
        : throw new UsageException(
            "The token contains a space or another invalid character. It may have been copied incorrectly.");
}
