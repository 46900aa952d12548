using System.Net;
using System.Runtime.ExceptionServices;

namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>One look at a session that is followed; a server that is away is no end, and what was read before it went is kept.</summary>
    private async Task<(List<LogItem> News, JobSession? Session, ExceptionDispatchInfo? Failure)> PollAsync(
        Guid sessionId, FollowedItems told, CancellationToken cancellationToken)
    {
        var news = new List<LogItem>();
        JobSession? session = null;
        var spoken = default(ApiVersion);
        try
        {
            spoken = await GetVersionAsync(cancellationToken).ConfigureAwait(false);

            // The session first: what ends after this look is seen by the next one.
            session = await GetJobSessionAsync(sessionId, cancellationToken).ConfigureAwait(false);
            await foreach (var item in GetLogItemsAsync(sessionId, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                if (told.IsNews(item))
                {
                    news.Add(item);
                }
            }

            return (news, session, null);
        }
        catch (Exception failure) when (MayPass(failure))
        {
            return (news, session, ExceptionDispatchInfo.Capture(failure));
        }
        catch (Exception gone) when (IsNotFound(gone) && _state.IsDetected)
        {
            if (!await IsUpgradedAsync(spoken, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            return (news, session, ExceptionDispatchInfo.Capture(gone));
        }
    }

    /// <summary>Whether the server speaks another version now than the one that was spoken; a server that is away may.</summary>
    private async Task<bool> IsUpgradedAsync(ApiVersion spoken, CancellationToken cancellationToken)
    {
        // Somebody else who follows a session may have found out already.
        _state.Forget(spoken);
        try
        {
            return await GetVersionAsync(cancellationToken).ConfigureAwait(false) != spoken;
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
