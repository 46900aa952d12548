using System.Net;
using LogItems.Diagnostics;
using LogItems.Errors;
using LogItems.Responses;
using LogItems.Streaming;
using LogItems.Transport;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace LogItems;

/// <summary>Retries reads after transient failures, and limits the duration of each attempt and of all attempts together.</summary>
/// <remarks>
/// Reads and token requests: connection errors, timeouts, responses that are cut off, 408, 429, 500, 502, 503 and 504. Everything else is
/// sent once, and so is a request whose failure a retry cannot change: an unknown host name, an untrusted certificate, a port that uses the
/// other scheme. A received status counts even if the body is cut off, so that a rejected password is never sent again. The delay is the
/// one in <c>Retry-After</c>, or else random between zero and a bound that doubles with each retry.
/// </remarks>
public sealed class RetryHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage> RequestKey = new("LogItems.Request");
    private static readonly ResiliencePropertyKey<long> StartKey = new("LogItems.Start");
    private static readonly ResiliencePropertyKey<int> TriesKey = new("LogItems.Tries");
    private static readonly ResiliencePropertyKey<TimeSpan> DelayKey = new("LogItems.Delay");

    private readonly LogItemsClientOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    /// <summary>Creates a handler with these options.</summary>
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
            // ShouldRetry decides on the number for each request.
            MaxRetryAttempts = LogItemsClientOptions.RetryLimit,
            ShouldHandle = ShouldRetry,
            DelayGenerator = static retry => new(retry.Context.Properties.GetValue(DelayKey, TimeSpan.Zero)),
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
        var tries = context.Properties.GetValue(TriesKey, 0) + 1;
        context.Properties.Set(TriesKey, tries);
        var left = TimeoutOf(request) - Elapsed(context);
        var perTry = LogItemsRequestOptions.Of(request)?.TryTimeout ?? _options.TryTimeout;
        var limit = perTry < left ? perTry : left;
        using var timeout = _timeProvider.CreateCancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.FromMilliseconds(1));
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, timeout.Token);
        try
        {
            var response = await SendOnceAsync(request, tries, linked.Token).ConfigureAwait(false);
            try
            {
                await ReceiveAsync(request, response, tries, linked.Token, context.CancellationToken).ConfigureAwait(false);
                return response;
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
                $"{request.Method} {request.RequestUri?.AbsolutePath} did not complete within {limit.TotalSeconds:0.#} s."
                + $"{ConnectionFailure.AttemptsText(tries)} Check the network and the load of the server, or increase TryTimeout or Timeout.");
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, int tries, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            throw ConnectionFailure.Of(request, failure, tries);
        }
    }

    /// <summary>
    /// Receives the body, because only a complete body proves that the attempt has succeeded. One that is read while it is received is
    /// left to its reader.
    /// </summary>
    private async Task ReceiveAsync(
        HttpRequestMessage request, HttpResponseMessage response, int tries, CancellationToken tryToken, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode && StreamingResponse.IsRequested(request))
        {
            return;
        }

        var isError = !response.IsSuccessStatusCode;
        var limit = isError || IsTokenRequest(request) ? BodyText.Limit : _options.MaxBufferSize;
        var received = response.Content;
        var body = new BodyBuffer(limit);
        try
        {
            await body.FillAsync(received, tryToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (isError && !cancellationToken.IsCancellationRequested
            && (BrokenBody.IsReasonOf(failure) || failure is OperationCanceledException))
        {
            // The status has been received; the received part of the body is enough.
        }
        catch (Exception broken) when (BrokenBody.IsReasonOf(broken))
        {
            var size = body.Length.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
            throw NetworkFailure.OfBody(
                $"{request.Method} {request.RequestUri?.AbsolutePath} returned {(int)response.StatusCode}, but the response was cut off after {size} bytes."
                + ConnectionFailure.AttemptsText(tries),
                broken);
        }

        if (body.IsTooLarge && !isError && !IsTokenRequest(request))
        {
            throw BodyLimit.OfWhole(request, response.StatusCode, limit);
        }

        response.Content = body.ToContent(received);
        received.Dispose();
    }

    private async ValueTask<bool> ShouldRetry(RetryPredicateArguments<HttpResponseMessage> retry)
    {
        var request = retry.Context.Properties.GetValue(RequestKey, null!);
        if ((request.Method != HttpMethod.Get && !IsTokenRequest(request)) || retry.AttemptNumber >= MaxRetriesOf(request))
        {
            return false;
        }

        var mayPass = retry.Outcome switch
        {
            { Result: { } response } => IsTransient(response.StatusCode)
                || (IsTokenRequest(request) && await TokenBody.IsIncompleteAsync(response).ConfigureAwait(false)),
            { Exception: { } failure and (HttpRequestException or TimeoutException) } => !ConnectionFailure.IsPermanent(request, failure),
            _ => false,
        };

        // A delay that would exceed the timeout is not started: the actual failure is more informative than a timeout.
        var delay = RetryAfterOf(retry.Outcome) ?? RandomDelay(_options, retry.AttemptNumber);
        retry.Context.Properties.Set(DelayKey, delay);
        return mayPass && Elapsed(retry.Context) + delay < TimeoutOf(request);
    }

    /// <summary>A random delay before a retry; the first retry has the number 0.</summary>
    internal static TimeSpan RandomDelay(LogItemsClientOptions options, int attempt)
    {
        var bound = Math.Min(options.MaxRetryDelay.TotalSeconds, options.RetryDelay.TotalSeconds * Math.Pow(2, attempt));
        return TimeSpan.FromSeconds(bound * Random.Shared.NextDouble());
    }

    private ValueTask OnRetry(OnRetryArguments<HttpResponseMessage> retry)
    {
        var request = retry.Context.Properties.GetValue(RequestKey, null!);
        var (type, reason) = retry.Outcome.Result is { } response
            ? ($"{(int)response.StatusCode}", $"the server returned {(int)response.StatusCode}")
            : (retry.Outcome.Exception!.GetType().Name, ConnectionFailure.ReasonOf(request, retry.Outcome.Exception));
        ClientMetrics.Retries.Add(1, new KeyValuePair<string, object?>("error.type", type));
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
