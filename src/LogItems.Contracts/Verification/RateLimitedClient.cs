using System.Globalization;
using System.Net.Http.Headers;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>Sends requests at a limited rate, and checks the responses.</summary>
internal sealed class RateLimitedClient(HttpClient http, ContractDocument view, VerificationOptions options, PatternCache patterns)
{
    private readonly ExchangeValidator _validator = new(view, patterns);
    private readonly ContractCoverage _coverage = new(view, patterns, "GET");
    private readonly List<Finding> _findings = [];
    private readonly TimeSpan _pause = TimeSpan.FromSeconds(1 / options.RequestsPerSecond);
    private long? _last;
    private int _exchanges;

    public string? Token { get; set; } = options.AccessToken;

    /// <summary>The number of generated requests that timed out.</summary>
    public int Timeouts { get; private set; }

    public VerificationResult Result(IReadOnlyList<string> notes) => new(_findings, _coverage.Report(), _exchanges, notes);

    /// <summary>Sends a request; null if there was no complete response, which is reported as a finding.</summary>
    public async Task<Exchange?> SendAsync(
        string path, string query, Expectation expectation, CancellationToken cancellationToken, Func<HttpContent>? form = null,
        IReadOnlyList<(string Name, string Value)>? headers = null)
    {
        using var request = Request(form is null ? HttpMethod.Get : HttpMethod.Post, path, query, expectation != Expectation.Unauthorized, headers ?? []);
        request.Content = form?.Invoke();
        var (exchange, failure) = await SendAsync(request, expectation == Expectation.Success, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            _findings.Add(failure);
        }

        if (exchange is not null)
        {
            _findings.AddRange(Validate(exchange));
            if (expectation.Evaluate(exchange) is { } finding)
            {
                _findings.Add(finding);
            }
        }

        return exchange;
    }

    /// <summary>Sends a GET or HEAD request whose response the caller checks; returns a finding if there was no complete response.</summary>
    public async Task<(Exchange? Exchange, Finding? Failure)> ExploreAsync(ExploredRequest explored, CancellationToken cancellationToken)
    {
        using var request = Request(
            HttpMethod.Parse(explored.Operation.Method.ToUpperInvariant()), explored.Path, explored.Query, withToken: true, explored.Headers);
        try
        {
            return await SendAsync(request, checksRequest: false, cancellationToken).ConfigureAwait(false);
        }
        catch (TaskCanceledException exception) when (exception.InnerException is TimeoutException)
        {
            Timeouts++;
            return (null, Broken(request, string.Create(
                CultureInfo.InvariantCulture, $"The response did not come within {http.Timeout.TotalSeconds:0.#} seconds.")));
        }
    }

    /// <summary>The violations of the contract in the exchange.</summary>
    public IReadOnlyList<Finding> Validate(Exchange exchange) => _validator.Validate(exchange);

    public void Report(Finding finding) => _findings.Add(finding);

    /// <summary>Determines whether there is a finding of the rule about the same exchange, ignoring values in the body and queries.</summary>
    public bool IsKnown(Finding finding) =>
        _findings.Exists(other => other.RuleId == finding.RuleId && other.Location.File == finding.Location.File);

    /// <summary>The request line of a request, with the path of the base address.</summary>
    public string LineOf(ExploredRequest request) => 
        $"{request.Operation.Method.ToUpperInvariant()} {http.BaseAddress!.AbsolutePath.TrimEnd('/')}{request}";

    private HttpRequestMessage Request(
        HttpMethod method, string path, string query, bool withToken, IReadOnlyList<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(method, $"{path.TrimStart('/')}{query}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Token is not null && withToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        // On a reused connection, a lost request would be retried silently.
        request.Headers.ConnectionClose = true;
        return request;
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var clock = options.TimeProvider;
        if (_last is { } time && _pause - clock.GetElapsedTime(time) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, clock, cancellationToken).ConfigureAwait(false);
        }

        _last = clock.GetTimestamp();
    }

    private async Task<(Exchange? Exchange, Finding? Failure)> SendAsync(
        HttpRequestMessage request, bool checksRequest, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken).ConfigureAwait(false);
        var start = options.TimeProvider.GetTimestamp();
        _exchanges++;
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var exchange = new Exchange(
                request.Method.Method,
                request.RequestUri!.AbsolutePath,
                request.RequestUri.Query,
                (int)response.StatusCode,
                response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.First() : null,
                await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false))
            {
                ChecksRequest = checksRequest,
            };
            CheckTime(exchange, options.TimeProvider.GetElapsedTime(start));
            _coverage.Add(exchange);
            return (exchange, null);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new IOException(
                string.Create(CultureInfo.InvariantCulture,
                    $"The response to {request.Method} {new Uri(http.BaseAddress!, request.RequestUri!).AbsolutePath} is larger than "
                    + $"{http.MaxResponseContentBufferSize:N0} bytes, the maximum that is read."),
                exception);
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            return (null, Broken(request, $"The response was cut off: {exception.Message}"));
        }
    }

    private Finding Broken(HttpRequestMessage request, string message) => new(
        VerificationRules.BrokenAnswer, FindingLevel.Error, message,
        new Location("", 0, 0, $"{request.Method} {new Uri(http.BaseAddress!, request.RequestUri!).AbsolutePath} (0)"));

    // Without a connection, there is no server to check.
    private static bool IsBroken(Exception exception) => exception is IOException
        || (exception is HttpRequestException request && request.HttpRequestError is not (HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError));

    private void CheckTime(Exchange exchange, TimeSpan time)
    {
        if (time > options.SlowAfter)
        {
            var message = string.Create(
                CultureInfo.InvariantCulture,
                $"The response took {time.TotalSeconds:0.0} s; callers expect it within {options.SlowAfter.TotalSeconds:0.0} s.");
            _findings.Add(new Finding(VerificationRules.SlowAnswer, FindingLevel.Warn, message, new Location("", 0, 0, exchange.ToString())));
        }
    }
}
