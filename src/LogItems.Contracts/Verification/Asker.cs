using System.Globalization;
using System.Net.Http.Headers;

namespace LogItems.Contracts;

/// <summary>Sends requests, not too many at a time, and judges the answers.</summary>
internal sealed class Asker(HttpClient http, ContractDocument view, VerificationOptions options)
{
    private readonly ExchangeValidator validator = new(view);
    private readonly ContractCoverage coverage = new(view, "GET");
    private readonly List<Finding> findings = [];
    private readonly TimeSpan pause = TimeSpan.FromSeconds(1 / options.RequestsPerSecond);
    private long? last;
    private int exchanges;

    public string? Token { get; set; } = options.AccessToken;

    public VerificationResult Result(IReadOnlyList<string> notes) => new(findings, coverage.Report(), exchanges, notes);

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
            coverage.Add(exchange);
            findings.AddRange(validator.Validate(exchange));
            Judge(exchange, expectation);
        }

        return exchange;
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var clock = options.TimeProvider;
        if (last is { } time && pause - clock.GetElapsedTime(time) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, clock, cancellationToken).ConfigureAwait(false);
        }

        last = clock.GetTimestamp();
    }

    private async Task<Exchange?> SendAsync(HttpRequestMessage request, Expectation expectation, CancellationToken cancellationToken)
    {
        var start = options.TimeProvider.GetTimestamp();
        exchanges++;
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
        catch (Exception exception) when (exception is IOException || exception is HttpRequestException { HttpRequestError: var error } && HasBegun(error))
        {
            var place = new Location("", 0, 0, $"{request.Method} {new Uri(http.BaseAddress!, request.RequestUri!).AbsolutePath} (0)");
            findings.Add(new Finding(
                VerificationRules.BrokenAnswer, FindingLevel.Error, $"The answer broke off: {exception.Message}", place));
            return null;
        }
    }

    // Where there is no connection, there is no server to judge.
    private static bool HasBegun(HttpRequestError error) => error is not (HttpRequestError.ConnectionError
        or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);

    private void JudgeTime(Exchange exchange, TimeSpan time)
    {
        if (time > options.SlowAfter)
        {
            Add(exchange, VerificationRules.SlowAnswer, FindingLevel.Warn, string.Create(
                CultureInfo.InvariantCulture,
                $"The answer took {time.TotalSeconds:0.0} s; callers expect it within {options.SlowAfter.TotalSeconds:0.0} s."));
        }
    }

    private void Judge(Exchange exchange, Expectation expectation)
    {
        var isSuccess = exchange.Status is >= 200 and < 300;
        if (expectation == Expectation.Success ? isSuccess : Expects(expectation, exchange.Status))
        {
            return;
        }

        if (isSuccess)
        {
            var level = expectation == Expectation.RefusalOfNumber ? FindingLevel.Info : FindingLevel.Error;
            Add(exchange, VerificationRules.BadRequestAccepted, level, $"{Reason(expectation)}, and yet it was answered with success{QueryOf(exchange)}.");
        }
        else
        {
            Add(exchange, VerificationRules.UnexpectedStatus, FindingLevel.Error, $"{Reason(expectation)}; the answer is {exchange.Status}{QueryOf(exchange)}.");
        }
    }

    private static bool Expects(Expectation expectation, int status) => expectation switch
    {
        Expectation.Unauthorized => status == 401,
        Expectation.NotFound => status == 404,
        _ => status is 400 or 404 or 422,
    };

    private static string Reason(Expectation expectation) => expectation switch
    {
        Expectation.Success => "The request is good, so success was expected",
        Expectation.Unauthorized => "The request had no token, so 401 was expected",
        Expectation.NotFound => "The request named something that does not exist, so 404 was expected",
        Expectation.Refusal => "The request named a malformed identifier, so 400 or 404 was expected",
        _ => "The request had a number out of its range, so 400 was expected",
    };

    private static string QueryOf(Exchange exchange) => exchange.Query.Length == 0 ? "" : $" (query {exchange.Query})";

    private void Add(Exchange exchange, string rule, FindingLevel level, string message) =>
        findings.Add(new Finding(rule, level, message, new Location("", 0, 0, exchange.ToString())));
}
