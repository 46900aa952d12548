using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Options;

/// <summary>The options for credentials: an access token, or a user name and a password. A password is never an argument.</summary>
internal sealed class CredentialSettings
{
    private const string PasswordVariable = "LOGITEMS_PASSWORD";

    private const string PasswordAdvice =
        $"set {PasswordVariable}, or pass the password on stdin with --password-stdin. Passwords are not accepted as arguments.";

    private readonly Setting _token = new(
        "--token", "LOGITEMS_TOKEN", "TOKEN",
        "Access token. Arguments are visible to other users of this machine; prefer the environment variable.");

    private readonly Setting _username = new(
        "--username", "LOGITEMS_USERNAME", "USER",
        "User name, as DOMAIN\\user or user. Prompts for the password unless one is provided.");

    private readonly Option<bool> _passwordStdin = new("--password-stdin")
    {
        Description = $"Read the password from the first line of stdin. [env: {PasswordVariable}]",
    };

    // Defined only to be rejected with advice instead of an error that repeats its value.
    private readonly Option<string?> _password = new("--password") { Hidden = true, Arity = ArgumentArity.ZeroOrOne };

    public void AddTo(Command command)
    {
        _password.Validators.Add(result => result.AddError($"--password is not supported: {PasswordAdvice}"));
        command.Add(_username.Option);
        command.Add(_passwordStdin);
        command.Add(_token.Option);
        command.Add(_password);
    }

    /// <summary>Reads the credential. Options take precedence over variables, and the token's variable over the user name's.</summary>
    /// <exception cref="UsageException">There is no credential, or two that conflict.</exception>
    public async Task<LogItemsCredential> ReadAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var (token, username, password) = await ReadSecretsAsync(parse, host, cancellationToken);
        return token is not null ? new AccessTokenCredential(token) : new PasswordCredential(username!, password!);
    }

    /// <summary>Reads the secrets of the credential, for callers that sign in themselves: a token, or a user name with its password.</summary>
    /// <exception cref="UsageException">There is no credential, or two that conflict.</exception>
    public async Task<(string? Token, string? Username, string? Password)> ReadSecretsAsync(
        ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var byPassword = _username.IsGiven(parse) || parse.GetValue(_passwordStdin);
        if (byPassword && _token.IsGiven(parse))
        {
            throw new UsageException("--token cannot be combined with --username or --password-stdin.");
        }

        if (!byPassword && _token.Read(parse, host) is { } token)
        {
            return (Checked(token), null, null);
        }

        var username = _username.Read(parse, host) ?? throw new UsageException(
            $"No credentials are specified. Set LOGITEMS_TOKEN, or set {_username.Ways} and {PasswordAdvice}");
        return (null, username, await ReadPasswordAsync(parse, host, username, cancellationToken));
    }

    private async Task<string> ReadPasswordAsync(
        ParseResult parse, CommandEnvironment host, string username, CancellationToken cancellationToken)
    {
        var fromStdin = parse.GetValue(_passwordStdin);
        if (!fromStdin && host.Variable(PasswordVariable) is { Length: > 0 } password)
        {
            return password;
        }

        if (host.AskSecret is { } ask)
        {
            return await ask($"Password for {username}:", cancellationToken);
        }

        // The read itself cannot be canceled.
        var line = fromStdin ? await host.In.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken) : null;
        return !string.IsNullOrEmpty(line) ? line : throw new UsageException(fromStdin
            ? "--password-stdin is specified, but stdin is empty."
            : $"No password is specified for {username}: {PasswordAdvice}");
    }

    /// <summary>A value that is not valid in a header would be repeated in an error message.</summary>
    private static string Checked(string token) => token.All(c => c is > ' ' and <= '~')
        ? token
        : throw new UsageException(
            "The token contains a space or another invalid character. It may have been copied incorrectly.");
}
