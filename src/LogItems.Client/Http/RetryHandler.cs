using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace LogItems;

/// <summary>Sends a read again when it failed for a reason that may pass, and limits the time of each try and of all together.</summary>
/// <remarks>
/// Reads: connection errors, time-outs, answers that break off, 408, 429, 500, 502, 503 and 504. The token endpoint: the
/// statuses only, as a connection error leaves open whether a refresh token was used. Everything else passes once.
/// The wait is what <c>Retry-After</c> asks for, else random between zero and a bound that doubles with each try.
/// </remarks>
public sealed class RetryHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage> RequestKey = new("LogItems.Request");
    private static readonly ResiliencePropertyKey<long> StartKey = new("LogItems.Start");

    private readonly LogItemsClientOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    /// <summary>A handler that works as the options say.</summary>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RetryHandler(LogItemsClientOptions? options = null)
    {
        _options = options ?? new();
        _options.ThrowIfInvalid();
        _timeProvider = _options.TimeProvider;
        _logger = _options.CreateLogger();
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _timeProvider };
        builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            // How many there are for a request is up to ShouldRetry.
            MaxRetryAttempts = LogItemsClientOptions.MostRetries,
            ShouldHandle = ShouldRetry,
            DelayGenerator = retry => new(Delay(retry.Outcome, retry.AttemptNumber)),
            OnRetry = OnRetry,
        });
        _pipeline = builder.Build();
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(RequestKey, request);
        context.Properties.Set(StartKey, _timeProvider.GetTimestamp());
        try
        {
            return await _pipeline.ExecuteAsync(static (state, handler) => handler.TryAsync(state), context, this).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<HttpResponseMessage> TryAsync(ResilienceContext context)
    {
        var request = context.Properties.GetValue(RequestKey, null!);
        var left = TimeoutOf(request) - Elapsed(context);
        var perTry = LogItemsRequestOptions.Of(request)?.TryTimeout ?? _options.TryTimeout;
        var limit = perTry < left ? perTry : left;
        using var timeout = _timeProvider.CreateCancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.FromMilliseconds(1));
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, timeout.Token);
        try
        {
            var response = await base.SendAsync(request, linked.Token).ConfigureAwait(false);
            try
            {
                // Only a body that has come in whole proves that the try has succeeded; one that is read while it comes in is
                // gone on with by its reader.
                if (!StreamingResponse.IsRequested(request) || !response.IsSuccessStatusCode)
                {
                    await response.Content.LoadIntoBufferAsync(linked.Token).ConfigureAwait(false);
                }

                return response;
            }
            catch (Exception broken) when (BrokenBody.IsReasonOf(broken))
            {
                response.Dispose();
                throw NetworkFailure.OfBody(
                    $"{request.Method} {request.RequestUri?.AbsolutePath} was answered with {(int)response.StatusCode}, but the answer broke off before its end.",
                    broken);
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"{request.Method} {request.RequestUri?.AbsolutePath} was not answered completely within {limit.TotalSeconds:0.#} s. "
                + "Check the network and the load of the server, or allow more time (TryTimeout, Timeout).");
        }
    }

    private ValueTask<bool> ShouldRetry(RetryPredicateArguments<HttpResponseMessage> retry)
    {
        var request = retry.Context.Properties.GetValue(RequestKey, null!);
        var isRead = request.Method == HttpMethod.Get;
        var mayPass = retry.AttemptNumber < MaxRetriesOf(request) && retry.Outcome switch
        {
            { Result: { } response } => (isRead || IsTokenRequest(request)) && IsTransient(response.StatusCode),
            { Exception: ServerCertificateException } => false,
            { Exception: HttpRequestException or TimeoutException } => isRead,
            _ => false,
        };

        // A wait that would use up the time is not begun: the failure at hand says more than a time-out.
        var isInTime = mayPass && Elapsed(retry.Context) + (RetryAfterOf(retry.Outcome) ?? TimeSpan.Zero) < TimeoutOf(request);
        return new(isInTime);
    }

    private TimeSpan? Delay(Outcome<HttpResponseMessage> outcome, int attempt)
    {
        if (RetryAfterOf(outcome) is { } asked)
        {
            return asked;
        }

        var bound = Math.Min(_options.MaxRetryDelay.TotalSeconds, _options.RetryDelay.TotalSeconds * Math.Pow(2, attempt));
        return TimeSpan.FromSeconds(bound * Random.Shared.NextDouble());
    }

    private ValueTask OnRetry(OnRetryArguments<HttpResponseMessage> retry)
    {
        var request = retry.Context.Properties.GetValue(RequestKey, null!);
        var reason = retry.Outcome.Result is { } response ? $"{(int)response.StatusCode}" : retry.Outcome.Exception!.GetType().Name;
        ClientMetrics.Retries.Add(1, new KeyValuePair<string, object?>("error.type", reason));
        ClientLog.Retrying(_logger, request.Method, request.RequestUri?.AbsolutePath, reason, retry.AttemptNumber + 1, MaxRetriesOf(request), retry.RetryDelay);
        retry.Outcome.Result?.Dispose();
        return default;
    }

    private TimeSpan TimeoutOf(HttpRequestMessage request) => LogItemsRequestOptions.Of(request)?.Timeout ?? _options.Timeout;

    private int MaxRetriesOf(HttpRequestMessage request) => LogItemsRequestOptions.Of(request)?.MaxRetries ?? _options.MaxRetries;

    private TimeSpan? RetryAfterOf(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? RetryAfter.Of(response, _timeProvider) : null;

    private TimeSpan Elapsed(ResilienceContext context) =>
        _timeProvider.GetElapsedTime(context.Properties.GetValue(StartKey, 0));

    private static bool IsTokenRequest(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri?.AbsolutePath.EndsWith("/token", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsTransient(HttpStatusCode status) => (int)status is 408 or 429 or 500 or 502 or 503 or 504;
}
