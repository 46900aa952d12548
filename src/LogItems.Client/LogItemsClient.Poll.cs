using System.Net;
using System.Runtime.ExceptionServices;
using LogItems.Following;

namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>
    /// Polls a followed session once. A server that is away may come back; what was read before a failure is delivered in any case.
    /// </summary>
    private async Task<(List<LogItem> Items, JobSession? Session, ExceptionDispatchInfo? Failure, bool IsFinal)> PollAsync(
        Guid sessionId, FollowedItems delivered, CancellationToken cancellationToken)
    {
        var items = new List<LogItem>();
        JobSession? session = null;
        var version = default(ApiVersion);
        delivered.BeginPoll();
        try
        {
            version = await GetVersionAsync(cancellationToken).ConfigureAwait(false);

            // The session first: what ends after this poll is seen by the next one.
            session = await GetJobSessionAsync(sessionId, cancellationToken).ConfigureAwait(false);
            await foreach (var item in GetLogItemsAsync(sessionId, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                if (delivered.IsNew(item))
                {
                    items.Add(item);
                }
            }

            return (items, session, null, false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not ObjectDisposedException)
        {
            var mayPass = MayPass(failure)
                || (IsNotFound(failure) && _state.IsDetected && await IsUpgradedAsync(version, cancellationToken).ConfigureAwait(false));
            return (items, session, ExceptionDispatchInfo.Capture(failure), !mayPass);
        }
    }

    /// <summary>Determines whether the server serves another version now than before; one that is away may.</summary>
    private async Task<bool> IsUpgradedAsync(ApiVersion before, CancellationToken cancellationToken)
    {
        // Somebody else who follows a session may have found out already.
        _state.Forget(before);
        try
        {
            return await GetVersionAsync(cancellationToken).ConfigureAwait(false) != before;
        }
        catch (Exception failure) when (MayPass(failure))
        {
            return true;
        }
    }

    private static bool IsNotFound(Exception failure) =>
        failure is LogItemsApiException { Kind: LogItemsApiErrorKind.NotFound } or LogItemsAuthenticationException { StatusCode: HttpStatusCode.NotFound };

    private static bool MayPass(Exception failure) => failure switch
    {
        ServerCertificateException => false,
        HttpRequestException or TimeoutException => true,
        LogItemsApiException api => api.Kind is LogItemsApiErrorKind.Unavailable or LogItemsApiErrorKind.Throttled or LogItemsApiErrorKind.UnexpectedResponse,
        LogItemsAuthenticationException authentication => authentication.Failure == LogItemsAuthenticationFailure.Unavailable,
        ApiVersionDetectionException => true,
        _ => false,
    };
}
