using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace LogItems.Client.Tests;

/// <summary>A body that stalls in a stream that cannot be canceled, as those of .NET Framework.</summary>
public class StalledBodyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Test]
    public async Task GetLogItemsAsync_CanceledWhileNothingComes_Ends([Values(0, 2)] int prefetch)
    {
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient(new StallingHandler(stop.Cancel)) { BaseAddress = new Uri(StubServer.Address) };
        using var client = new LogItemsClient(http, new() { Version = ApiVersion.V8, PagePrefetch = prefetch });
        var reading = client.GetLogItemsAsync(StubServer.SessionId, cancellationToken: stop.Token).ToListAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => reading.WaitAsync(Patience));
    }

    [Test]
    public async Task GetLogItemsAsync_NothingComesForAllTheTimeThereIs_TimesOut([Values(0, 2)] int prefetch)
    {
        var time = new ManualTimeProvider();
        var stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var http = new HttpClient(new StallingHandler(() => stalled.TrySetResult())) { BaseAddress = new Uri(StubServer.Address) };
        using var client = new LogItemsClient(http, new() { Version = ApiVersion.V8, PagePrefetch = prefetch, MaxRetries = 0, TimeProvider = time });
        var reading = client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        await stalled.Task.WaitAsync(Patience);

        // A page that is received ahead stalls before its reader waits for more.
        using var patience = new CancellationTokenSource(Patience);
        while (!reading.IsCompleted && !patience.IsCancellationRequested)
        {
            time.Advance(TimeSpan.FromSeconds(60));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<TimeoutException>(() => reading.WaitAsync(Patience));
    }

    /// <summary>Answers with the beginning of a page; what happens when more is asked for, of which nothing comes.</summary>
    private sealed class StallingHandler(Action whenStalled) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new StreamContent(new StallingStream(whenStalled)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }

    private sealed class StallingStream(Action whenStalled) : MemoryStream(Encoding.UTF8.GetBytes("""{"results":["""))
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        /// <remarks>.NET Standard has no such method; a pipe, which is part of .NET here, calls it.</remarks>
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < Length)
            {
                return Read(buffer.Span);
            }

            whenStalled();
            await new TaskCompletionSource().Task;
            return 0;
        }
    }
}
