using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Options;

/// <summary>What to sign in with: a token, or a user name and a password. A password is never an argument.</summary>
internal sealed class CredentialSettings
{
    private const string PasswordVariable = "LOGITEMS_PASSWORD";

    private const string PasswordAdvice =
        $"set {PasswordVariable}, or pipe the password in with --password-stdin; it is never an argument.";

    private readonly Setting _token = new(
        "--token", "LOGITEMS_TOKEN", "TOKEN",
        "An access token. Others on this machine can see arguments: better set the variable.");

    private readonly Setting _username = new(
        "--username", "LOGITEMS_USERNAME", "USER",
        "The user to sign in as, DOMAIN\\user or user. Without a password given, it is asked for.");

    private readonly Option<bool> _passwordStdin = new("--password-stdin")
    {
        Description = $"Read the password from the first line of stdin. [env: {PasswordVariable}]",
    };

    // Known only to be refused, with advice instead of with its value repeated.
    private readonly Option<string?> _password = new("--password") { Hidden = true, Arity = ArgumentArity.ZeroOrOne };

    public void AddTo(Command command)
    {
        _password.Validators.Add(result => result.AddError($"There is no --password: {PasswordAdvice}"));
        command.Add(_username.Option);
        command.Add(_passwordStdin);
        command.Add(_token.Option);
        command.Add(_password);
    }

    /// <summary>The credential; options come before variables, and a token's variable before a user's.</summary>
    /// <exception cref="UsageException">There is none, or there are two that contradict each other.</exception>
    public async Task<LogItemsCredential> ReadAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var (token, username, password) = await ReadSecretsAsync(parse, host, cancellationToken);
        return token is not null ? new AccessTokenCredential(token) : new PasswordCredential(username!, password!);
    }

    /// <summary>The same, for those who sign in themselves: a token, or a user name with its password.</summary>
    /// <exception cref="UsageException">There is none, or there are two that contradict each other.</exception>
    public async Task<(string? Token, string? Username, string? Password)> ReadSecretsAsync(
        ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var byPassword = _username.IsGiven(parse) || parse.GetValue(_passwordStdin);
        if (byPassword && _token.IsGiven(parse))
        {
            throw new UsageException("--token contradicts --username and --password-stdin: sign in with one or the other.");
        }

        if (!byPassword && _token.Read(parse, host) is { } token)
        {
            return (Checked(token), null, null);
        }

        var username = _username.Read(parse, host) ?? throw new UsageException(
            $"There is nothing to sign in with: set LOGITEMS_TOKEN, or set {_username.Ways} and {PasswordAdvice}");
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

        // Not waiting for the read itself: it cannot be cancelled.
        var line = fromStdin ? await host.In.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken) : null;
        return !string.IsNullOrEmpty(line) ? line : throw new UsageException(fromStdin
            ? "--password-stdin was given, but stdin is empty."
            : $"There is no password for {username}: {PasswordAdvice}");
    }

    /// <summary>What does not fit a header would be repeated in an error message.</summary>
    private static string Checked(string token) => token.All(c => c is > ' ' and <= '~')
        ? token
        : throw new UsageException(
            "The token has a blank or another character in it that no token has; it was probably not copied well.");
}
