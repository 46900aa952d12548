using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>Checks whether a server conforms to the contract.</summary>
/// <remarks>Only GET operations are called, HEAD operations when exploring, and the token operation to sign in: nothing on the server
/// changes. Each operation receives valid requests, with identifiers from previous lists, and invalid ones: without a token, with an unknown
/// or a malformed identifier, or with numbers that are out of range. <see cref="VerificationOptions.ExplorationRequests"/> adds generated
/// requests.</remarks>
public static class ServerVerification
{
    /// <summary>Verifies a server.</summary>
    /// <param name="http">The client, without token and retries; its base address is the server's, with the version in the
    /// path and a trailing slash. Its timeout ends the verification.</param>
    /// <param name="view">The contract of the version.</param>
    /// <param name="options">The options of the verification.</param>
    /// <param name="cancellationToken">Cancels the verification.</param>
    /// <exception cref="VerificationException">Signing in failed.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    /// <exception cref="IOException">A response is larger than the buffer of <paramref name="http"/>.</exception>
    /// <exception cref="TaskCanceledException">The server did not respond in time.</exception>
    public static async Task<VerificationResult> RunAsync(
        HttpClient http, ContractDocument view, VerificationOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(options);
        var operations = ContractOperation.All(view).ToList();
        var patterns = new PatternCache(cancellationToken);
        var client = new RateLimitedClient(http, view, options, patterns);
        if (options.AccessToken is null && options.Username is not null)
        {
            client.Token = await new SignIn(client, view, operations).RunAsync(options, cancellationToken).ConfigureAwait(false);
        }

        var ids = new KnownIds(options);
        var reading = operations.Where(operation => operation.Method == "get").OrderBy(operation => operation.Path.Count(c => c == '/')).ToList();
        foreach (var operation in reading)
        {
            await new OperationProbe(client, view, operation, ids).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        if (options.ExplorationRequests > 0)
        {
            var explored = reading.Concat(operations.Where(operation => operation.Method == "head"));
            await new ServerExploration(client, view, options, ids, patterns).RunAsync(explored, cancellationToken).ConfigureAwait(false);
        }

        return client.Result(ids.Notes);
    }
}
