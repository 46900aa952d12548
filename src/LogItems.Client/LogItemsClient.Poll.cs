using System.Net;
using System.Runtime.ExceptionServices;
using LogItems.Following;

namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>
    /// Polls a followed session once. An unavailable server may recover; items read before a failure are delivered in any case.
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

            // The session is read first, so that items added before its end but after this poll are read by the next one.
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

    /// <summary>Determines whether the server now serves another version than before; true if it is unavailable.</summary>
    private async Task<bool> IsUpgradedAsync(ApiVersion before, CancellationToken cancellationToken)
    {
        // Another follower may already have detected it.
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
