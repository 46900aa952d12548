using System.Globalization;
using System.Net.Http.Headers;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>Sends requests, not too many at a time, and judges the answers.</summary>
internal sealed class RateLimitedClient(HttpClient http, ContractDocument view, VerificationOptions options, PatternCache patterns)
{
    private readonly ExchangeValidator _validator = new(view, patterns);
    private readonly ContractCoverage _coverage = new(view, patterns, "GET");
    private readonly List<Finding> _findings = [];
    private readonly TimeSpan _pause = TimeSpan.FromSeconds(1 / options.RequestsPerSecond);
    private long? _last;
    private int _exchanges;

    public string? Token { get; set; } = options.AccessToken;

    public VerificationResult Result(IReadOnlyList<string> notes) => new(_findings, _coverage.Report(), _exchanges, notes);

    /// <summary>Asks; null where no complete answer came, which is a finding then.</summary>
    public async Task<Exchange?> AskAsync(
        string path, string query, Expectation expectation, CancellationToken cancellationToken, Func<HttpContent>? form = null)
    {
        using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, $"{path.TrimStart('/')}{query}");
        request.Content = form?.Invoke();
        if (Token is not null && expectation != Expectation.Unauthorized)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        // On a connection that was used before, a lost request would be repeated without a word.
        request.Headers.ConnectionClose = true;
        await WaitAsync(cancellationToken).ConfigureAwait(false);
        var exchange = await SendAsync(request, expectation, cancellationToken).ConfigureAwait(false);
        if (exchange is not null)
        {
            _coverage.Add(exchange);
            _findings.AddRange(_validator.Validate(exchange));
            if (expectation.Judge(exchange) is { } finding)
            {
                _findings.Add(finding);
            }
        }

        return exchange;
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

    private async Task<Exchange?> SendAsync(HttpRequestMessage request, Expectation expectation, CancellationToken cancellationToken)
    {
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
                JudgesRequest = expectation == Expectation.Success,
            };
            JudgeTime(exchange, options.TimeProvider.GetElapsedTime(start));
            return exchange;
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new IOException(
                string.Create(CultureInfo.InvariantCulture,
                    $"The response to {request.Method} {new Uri(http.BaseAddress!, request.RequestUri!).AbsolutePath} is larger than "
                    + $"{http.MaxResponseContentBufferSize:N0} bytes, the most that is read of a response."),
                exception);
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            var place = new Location("", 0, 0, $"{request.Method} {new Uri(http.BaseAddress!, request.RequestUri!).AbsolutePath} (0)");
            _findings.Add(new Finding(
                VerificationRules.BrokenAnswer, FindingLevel.Error, $"The response was cut off: {exception.Message}", place));
            return null;
        }
    }

    // Where there is no connection, there is no server to judge.
    private static bool IsBroken(Exception exception) => exception is IOException
        || (exception is HttpRequestException request && request.HttpRequestError is not (HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError));

    private void JudgeTime(Exchange exchange, TimeSpan time)
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
