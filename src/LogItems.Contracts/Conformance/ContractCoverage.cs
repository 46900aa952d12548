using System.Text;
using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>Counts which parts of a contract exchanges cover; safe for concurrent use.</summary>
public sealed class ContractCoverage
{
    private readonly ContractDocument _view;
    private readonly OperationTable _operations;
    private readonly CoverageTable _table;
    private readonly ParameterReader _reader;
    private readonly SchemaWalk _walk;
    private readonly Lock _gate = new();

    /// <summary>Creates an instance that covers nothing yet.</summary>
    /// <param name="view">A view, or any document of one version.</param>
    /// <param name="methods">The methods whose operations count, such as <c>GET</c>; all if none is given.</param>
    public ContractCoverage(ContractDocument view, params IReadOnlyCollection<string> methods)
        : this(view, new PatternCache(), methods)
    {
    }

    internal ContractCoverage(ContractDocument view, PatternCache patterns, params IReadOnlyCollection<string> methods)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(methods);
        this._view = view;
        _operations = new OperationTable(view);
        var counted = ContractOperation.All(view).Where(operation =>
            methods.Count == 0 || methods.Contains(operation.Method, StringComparer.OrdinalIgnoreCase));
        _reader = new ParameterReader(view);
        _table = new CoverageTable(view, counted);
        _walk = new SchemaWalk(view, new SchemaValidator(view, patterns));
    }

    /// <summary>Adds an exchange; one that the contract does not describe covers nothing.</summary>
    public void Add(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (_operations.Find(exchange.Method, exchange.Path) is not { } operation)
        {
            return;
        }

        lock (_gate)
        {
            _table.Cover(operation.Map);
            CoverParameters(operation, exchange.Query);
            if (operation.ResponseOf(exchange.Status, _view) is { } response)
            {
                _table.Cover((operation.Map, response.Key));
                CoverBody(response.Map, exchange);
            }
        }
    }

    /// <summary>A copy of the coverage so far.</summary>
    public CoverageReport Report()
    {
        lock (_gate)
        {
            return _table.Report();
        }
    }

    private void CoverParameters(ContractOperation operation, string query)
    {
        var sent = QueryText.Parse(query).ToList();
        foreach (var parameter in operation.Parameters(_view))
        {
            var own = sent.Where(pair => parameter.In == "query" && _reader.Means(parameter, pair.Name)).ToList();
            if (parameter.In == "path" || own.Count > 0 || (parameter.IsWholeQuery && sent.Count > 0))
            {
                _table.Cover((operation.Map, parameter.Map));
            }

            foreach (var (_, value) in own)
            {
                _table.Cover((operation.Map, parameter.Map, value));
            }
        }
    }

    private void CoverBody(ContractMap response, Exchange exchange)
    {
        var content = response.EntriesOf("content");
        var schema = _view.ResolveMap(MediaTypeName.Find(content, exchange.ContentType))?["schema"];
        if (schema is null || !MediaTypeName.IsJson(exchange.ContentType) || Parse(exchange.Body) is not { } json)
        {
            return;
        }

        using (json)
        {
            _walk.Visit(schema, json.RootElement, _table.Cover, (owner, value) => _table.Cover((owner, CanonicalJson.Of(value))));
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body);
        }
        catch (JsonException)
        {
            // The validation of the exchange reports that it is not JSON.
            return null;
        }
    }
}
