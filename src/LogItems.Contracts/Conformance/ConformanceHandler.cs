using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>Checks every exchange that passes through an <see cref="HttpClient"/> against the contract of its version.</summary>
/// <remarks>Each response is read to its end before the caller gets it, so the handler is for tests and checks, not for endless
/// bodies: one of more than 67,108,864 bytes is an <see cref="HttpRequestException"/>. The caller can read the body as usual.</remarks>
public sealed class ConformanceHandler : DelegatingHandler
{
    private const long MaxBody = 64 * 1024 * 1024;

    private readonly Dictionary<string, ExchangeValidator> _validators;
    private readonly Dictionary<string, ContractCoverage> _coverage;
    private readonly List<Finding> _findings = [];
    private readonly Lock _gate = new();

    /// <summary>Creates a handler with one contract for each version segment.</summary>
    /// <param name="views">The views by the first segment of the path: <c>v5</c> for <c>/v5/JobSessions</c>.</param>
    public ConformanceHandler(IReadOnlyDictionary<string, ContractDocument> views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var patterns = new PatternCache();
        _validators = views.ToDictionary(
            view => view.Key, view => new ExchangeValidator(view.Value, patterns), StringComparer.OrdinalIgnoreCase);
        _coverage = views.ToDictionary(
            view => view.Key, view => new ContractCoverage(view.Value, patterns), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A copy of the findings so far, in the order of the responses.</summary>
    public IReadOnlyList<Finding> Findings
    {
        get
        {
            lock (_gate)
            {
                return [.. _findings];
            }
        }
    }

    /// <summary>A copy of the coverage of each contract so far, by version segment.</summary>
    public IReadOnlyDictionary<string, CoverageReport> Coverage =>
        _coverage.ToDictionary(version => version.Key, version => version.Value.Report(), StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBody, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            Evaluate(request, response, body);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private void Evaluate(HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        var address = request.RequestUri!;
        var exchange = new Exchange(
            request.Method.Method,
            address.AbsolutePath,
            address.Query,
            (int)response.StatusCode,
            response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.First() : null,
            body);
        var found = Validate(exchange);
        lock (_gate)
        {
            _findings.AddRange(found);
        }
    }

    private IReadOnlyList<Finding> Validate(Exchange exchange)
    {
        var segment = exchange.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        if (_validators.TryGetValue(segment, out var validator))
        {
            _coverage[segment].Add(exchange);
            return validator.Validate(exchange);
        }

        var report = new ExchangeReport(exchange);
        report.Add(ExchangeRules.UndocumentedOperation, $"There is no contract for '/{segment}'; pass a view for it.");
        return report.Findings;
    }
}
