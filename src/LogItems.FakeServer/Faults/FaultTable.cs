using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Faults;

/// <summary>All kinds of faults.</summary>
internal static class FaultTable
{
    public static Dictionary<FakeFaultKind, IFault> Create(FakeServerOptions options)
    {
        var retryAfter = new RetryAfter(options);
        return new Dictionary<FakeFaultKind, IFault>
        {
            [FakeFaultKind.ServerError] = new ErrorFault(
                StatusCodes.Status500InternalServerError, ErrorCode.ProxyOffline, "Backup proxy PROXY01 is offline."),
            [FakeFaultKind.Unavailable] = new ErrorFault(
                StatusCodes.Status503ServiceUnavailable, ErrorCode.HttpError, "The service is starting.", retryAfter),
            [FakeFaultKind.TooManyRequests] = new ErrorFault(
                StatusCodes.Status429TooManyRequests, ErrorCode.HttpError, "There are too many requests.", retryAfter),
            [FakeFaultKind.Reset] = new ResetFault(),
            [FakeFaultKind.Truncate] = new TruncateFault(),
            [FakeFaultKind.Html502] = new HtmlFault(),
            [FakeFaultKind.Empty401] = new EmptyUnauthorizedFault(),
            [FakeFaultKind.Slow] = new SlowFault(options.SlowDuration, options.TimeProvider),
            [FakeFaultKind.Garbage] = new GarbageFault(),
            [FakeFaultKind.Nulls] = new NullsFault(),
        };
    }
}
