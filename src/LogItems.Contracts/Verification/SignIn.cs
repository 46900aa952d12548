using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>Gets a token by the token operation that the contract describes.</summary>
internal sealed class SignIn(RateLimitedClient client, ContractDocument view, IEnumerable<ContractOperation> operations)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string NoCookie = "disable_antiforgery_token";

    // The number of attempts; a failing server has not rejected the password.
    private const int Attempts = 5;

    public async Task<string> RunAsync(VerificationOptions options, CancellationToken cancellationToken)
    {
        var operation = operations.FirstOrDefault(operation => operation.Method == "post" && FormOf(operation) is not null
                && operation.Path.EndsWith("/token", StringComparison.OrdinalIgnoreCase))
            ?? throw new VerificationException("The contract has no operation POST /token to sign in with; provide a token.");
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var exchange = await client.SendAsync(
                operation.Path, "", Expectation.Success, cancellationToken, () => Content(operation, options)).ConfigureAwait(false);
            if (exchange is { Status: 200 } && TokenIn(exchange.Body) is { } token)
            {
                return token;
            }

            if (exchange is { Status: >= 400 and < 500 and not 429 })
            {
                throw new VerificationException($"The server rejected the user name or the password ({exchange}).");
            }
        }

        throw new VerificationException($"The server did not issue a token in {Attempts} attempts (POST {operation.Path}).");
    }

    private FormUrlEncodedContent Content(ContractOperation operation, VerificationOptions options)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["username"] = options.Username ?? "",
            ["password"] = options.Password ?? "",
        };
        if ((FormOf(operation)!["properties"] as ContractMap)?.Has(NoCookie) == true)
        {
            fields[NoCookie] = "true";
        }

        return new FormUrlEncodedContent(fields);
    }

    private ContractMap? FormOf(ContractOperation operation) => view.ResolveMap(
        view.ResolveMap((view.ResolveMap(operation.Map["requestBody"])?["content"] as ContractMap)?[Form])?["schema"]);

    private static string? TokenIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return LooseJson.Text(json.RootElement, "access_token");
        }
        catch (JsonException)
        {
            // A finding already reports it.
            return null;
        }
    }
}
