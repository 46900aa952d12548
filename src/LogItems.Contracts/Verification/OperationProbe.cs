using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Verification;

/// <summary>Tests one operation: with valid requests, then with invalid ones.</summary>
internal sealed class OperationProbe(RateLimitedClient client, ContractDocument view, ContractOperation operation, KnownIds ids)
{
    private const string Malformed = "malformed";

    private readonly IReadOnlyList<ContractParameter> _parameters = operation.Parameters(view);
    private readonly IReadOnlyList<(string Name, string Value)> _headers = RequiredHeaders(view, operation);
    private readonly List<(string Name, List<(string Name, string Value)> Values)> _required =
    [
        .. from parameter in operation.Parameters(view)
           where parameter is { In: "query", IsRequired: true }
           select (parameter.Name, RequiredValue.Of(view, parameter).In(parameter).ToList()),
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var paths = ids.Paths(operation.Path);
        foreach (var path in paths)
        {
            var exchange = await client.SendAsync(path, Query(), Expectation.Success, cancellationToken, headers: _headers).ConfigureAwait(false);
            if (exchange is { Status: 200 })
            {
                ids.Learn(path, exchange);
            }
        }

        if (paths is [var first, ..])
        {
            await TryParametersAsync(first, cancellationToken).ConfigureAwait(false);
        }

        await TryBadPathsAsync(paths is [var known, ..] ? known : WithUnknownIds(operation.Path), cancellationToken).ConfigureAwait(false);
    }

    private async Task TryParametersAsync(string path, CancellationToken cancellationToken)
    {
        foreach (var parameter in _parameters.Where(parameter => parameter.In == "query"))
        {
            var values = new ParameterValues(view, parameter);
            foreach (var value in values.Good())
            {
                await client.SendAsync(path, Query((parameter.Name, value)), Expectation.Success, cancellationToken, headers: _headers).ConfigureAwait(false);
            }

            foreach (var value in values.OutOfRange())
            {
                await client.SendAsync(path, Query((parameter.Name, value)), Expectation.RejectionOfNumber, cancellationToken, headers: _headers)
                    .ConfigureAwait(false);
            }
        }
    }

    private async Task TryBadPathsAsync(string path, CancellationToken cancellationToken)
    {
        if (client.Token is not null && IsProtected())
        {
            await client.SendAsync(path, Query(), Expectation.Unauthorized, cancellationToken, headers: _headers).ConfigureAwait(false);
        }

        var template = operation.Path.Trim('/').Split('/');
        for (var index = 0; index < template.Length; index++)
        {
            if (_parameters.FirstOrDefault(parameter => parameter.In == "path" && template[index] == $"{{{parameter.Name}}}") is not { } parameter)
            {
                continue;
            }

            // A text can be any text: only an identifier with a format can be malformed, or well-formed but unknown.
            if (view.ResolveMap(parameter.Schema)?["format"] is ContractScalar { Text: "uuid" })
            {
                var (malformed, unknown) = (With(path, index, Malformed), With(path, index, UnknownId()));
                await client.SendAsync(malformed, Query(), Expectation.Rejection, cancellationToken, headers: _headers).ConfigureAwait(false);
                await client.SendAsync(unknown, Query(), Expectation.NotFound, cancellationToken, headers: _headers).ConfigureAwait(false);
            }
        }
    }

    private bool IsProtected() =>
        (operation.Map["security"] ?? view.Root["security"]) is ContractList { Items.Count: > 0 };

    /// <summary>The query with all required parameters and the parameters under test.</summary>
    private string Query(params (string Name, string Value)[] tested)
    {
        var required = _required.Where(parameter => tested.All(pair => pair.Name != parameter.Name)).SelectMany(parameter => parameter.Values);
        var pairs = required.Concat(tested.Select(pair => (pair.Name, Value: Uri.EscapeDataString(pair.Value))))
            .Select(pair => $"{Uri.EscapeDataString(pair.Name)}={pair.Value}").ToList();
        return pairs.Count == 0 ? "" : $"?{string.Join('&', pairs)}";
    }

    private static IReadOnlyList<(string Name, string Value)> RequiredHeaders(ContractDocument view, ContractOperation operation) => ParameterHeaders.Of(
    [
        .. from parameter in operation.Parameters(view)
           where parameter is { IsRequired: true, In: "header" or "cookie" } && ParameterHeaders.CanCarry(parameter)
           let text = RequiredValue.Of(view, parameter).TextIn(parameter)
           where parameter.In != "header" || ParameterHeaders.CanCarry(parameter, Uri.UnescapeDataString(text))
           select (parameter, text),
    ]);

    private static string With(string path, int index, string id)
    {
        var segments = path.Trim('/').Split('/');
        segments[index] = id;
        return $"/{string.Join('/', segments)}";
    }

    private static string WithUnknownIds(string template) => string.Join(
        '/', template.Split('/').Select(segment => segment.StartsWith('{') ? UnknownId() : segment));

    private static string UnknownId() => Guid.NewGuid().ToString();
}
