using System.Net;
using System.Net.Sockets;

namespace LogItems.Client.Tests.Transport;

public class RetryHandlerTests
{
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(60);

    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _sent = [];

    [TestCase(HttpStatusCode.RequestTimeout)]
    [TestCase(HttpStatusCode.TooManyRequests)]
    [TestCase(HttpStatusCode.InternalServerError)]
    [TestCase(HttpStatusCode.BadGateway)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    [TestCase(HttpStatusCode.GatewayTimeout)]
    public async Task Get_StatusThatMayPass_IsSentAgain(HttpStatusCode status)
    {
        using var response = await SendAsync(HttpMethod.Get, [Answer(status), Answer(status), Answer(HttpStatusCode.OK)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(_sent, Has.Count.EqualTo(3));
        }
    }

    [TestCase(HttpStatusCode.BadRequest)]
    [TestCase(HttpStatusCode.Unauthorized)]
    [TestCase(HttpStatusCode.NotFound)]
    [TestCase(HttpStatusCode.NotImplemented)]
    public async Task Get_StatusThatWillNotPass_IsSentOnce(HttpStatusCode status)
    {
        using var response = await SendAsync(HttpMethod.Get, [Answer(status)]);
        Assert.That(response.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Get_FailingToTheEnd_GivesTheLastAnswerAfterAllRetries()
    {
        using var response = await SendAsync(HttpMethod.Get, [.. Enumerable.Repeat(Answer(HttpStatusCode.ServiceUnavailable), 4)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(_sent, Has.Count.EqualTo(4));
        }
    }

    [Test]
    public async Task Get_RetriesOff_IsSentOnce()
    {
        using var response = await SendAsync(HttpMethod.Get, [Answer(HttpStatusCode.ServiceUnavailable)], new() { MaxRetries = 0, TimeProvider = _time });
        Assert.That(_sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Get_ConnectionErrors_IsSentAgain()
    {
        using var response = await SendAsync(
            HttpMethod.Get, [_ => throw new HttpRequestException(HttpRequestError.ConnectionError), Answer(HttpStatusCode.OK)]);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Get_ConnectionErrorsToTheEnd_PassesTheNetworksErrorOn()
    {
        var failure = new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        var exception = await Assert.ThrowsAsync<HttpRequestException>(
            () => SendAsync(HttpMethod.Get, [.. Enumerable.Repeat<Func<HttpRequestMessage, HttpResponseMessage>>(_ => throw failure, 4)]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception!.InnerException, Is.SameAs(failure));
            Assert.That(exception.HttpRequestError, Is.EqualTo(ClientBuild.Said(HttpRequestError.ConnectionError)));
            Assert.That(exception.Message, Is.EqualTo("GET /v8/JobSessions failed: refused. Tried 4 times."));
        }
    }

    [Test]
    public async Task TokenRequest_StatusOrConnectionErrorOrIncompleteAnswer_IsSentAgain()
    {
        using var response = await SendAsync(
            HttpMethod.Post,
            [
                Answer(HttpStatusCode.TooManyRequests), _ => throw new HttpRequestException("broken"), Answer(HttpStatusCode.OK),
                _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") },
            ],
            path: "token");
        Assert.That(_sent, Has.Count.EqualTo(4), "200 without a body is incomplete");
    }

    [TestCase(HttpStatusCode.BadRequest)]
    [TestCase(HttpStatusCode.Unauthorized)]
    [TestCase(HttpStatusCode.Forbidden)]
    public async Task TokenRequest_Rejected_IsSentOnce(HttpStatusCode status)
    {
        using var response = await SendAsync(HttpMethod.Post, [Answer(status)], path: "token");
        Assert.That(_sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task OtherPost_Status_IsSentOnce()
    {
        using var response = await SendAsync(HttpMethod.Post, [Answer(HttpStatusCode.ServiceUnavailable)], path: "token/logout");
        Assert.That(_sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task RetryAfter_InEitherForm_IsWaitedFor([Values] bool isDate)
    {
        var asked = Answer(HttpStatusCode.ServiceUnavailable, retryAfter: isDate
            ? new(_time.GetUtcNow().AddSeconds(7))
            : new(TimeSpan.FromSeconds(7)));
        var sending = SendAsync(HttpMethod.Get, [asked, Answer(HttpStatusCode.OK)]);
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(7));
        Assert.That(_sent, Has.Count.EqualTo(1));
        _time.Advance(TimeSpan.FromSeconds(7));
        using var response = await sending;
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task RetryAfter_BeyondTheTotalTime_IsNotWaitedFor()
    {
        using var response = await SendAsync(HttpMethod.Get, [Answer(HttpStatusCode.ServiceUnavailable, new(TimeSpan.FromHours(1)))]);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task Delay_BeyondTheTotalTime_IsNotWaitedFor()
    {
        var options = new LogItemsClientOptions
        {
            RetryDelay = TimeSpan.FromDays(20), MaxRetryDelay = TimeSpan.FromDays(20), Timeout = TimeSpan.FromMilliseconds(1), TimeProvider = _time,
        };
        using var response = await SendAsync(HttpMethod.Get, [Answer(HttpStatusCode.ServiceUnavailable)], options).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task Try_NoAnswerInTime_IsATimeoutAndSentAgain()
    {
        var sending = SendAsync(HttpMethod.Get, [null, Answer(HttpStatusCode.OK)]);
        await _time.WaitForTimerAsync(TryTimeout);
        _time.Advance(TryTimeout);
        using var response = await sending;
        Assert.That(_sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Try_NoAnswerToTheEnd_IsATimeoutExceptionAndNoCancellation()
    {
        var sending = SendAsync(HttpMethod.Get, [null], new() { MaxRetries = 0, TimeProvider = _time });
        await _time.WaitForTimerAsync(TryTimeout);
        _time.Advance(TryTimeout);
        var exception = await Assert.ThrowsAsync<TimeoutException>(() => sending);
        Assert.That(exception!.Message, Does.StartWith("GET /v8/JobSessions did not complete within 60 s."));
    }

    [Test]
    public async Task Cancellation_WhileWaiting_IsACancellation()
    {
        using var canceling = new CancellationTokenSource();
        var sending = SendAsync(HttpMethod.Get, [null], cancellationToken: canceling.Token);
        await _time.WaitForTimerAsync(TryTimeout);
        await canceling.CancelAsync();
        Assert.That(() => sending, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Body_BreakingOff_IsSentAgainOverRealSockets()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(
            listener,
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"results\":[",
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{\"results\":[]}");
        using var handler = new RetryHandler(new() { RetryDelay = TimeSpan.Zero }) { InnerHandler = new SocketsHttpHandler() };
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{listener.LocalEndpoint}/v8/JobSessions");
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("{\"results\":[]}"));
        await serving;
    }

    [Test]
    public async Task Body_BreakingOffToTheEnd_SaysSo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"results\":[");
        using var handler = new RetryHandler(new() { MaxRetries = 0 }) { InnerHandler = new SocketsHttpHandler() };
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{listener.LocalEndpoint}/v8/JobSessions");
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => invoker.SendAsync(request, CancellationToken.None));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception!.HttpRequestError, Is.EqualTo(ClientBuild.Said(HttpRequestError.ResponseEnded)));
            Assert.That(exception.Message, Is.EqualTo("GET /v8/JobSessions returned 200, but the response was cut off after 12 bytes."));
        }

        await serving;
    }

    private static Func<HttpRequestMessage, HttpResponseMessage> Answer(
        HttpStatusCode status, System.Net.Http.Headers.RetryConditionHeaderValue? retryAfter = null) => request =>
        {
            var response = new HttpResponseMessage(status) { RequestMessage = request };
            response.Headers.RetryAfter = retryAfter;
            return response;
        };

    private static async Task ServeAsync(TcpListener listener, params string[] answers)
    {
        foreach (var answer in answers)
        {
            using var connection = await listener.AcceptTcpClientAsync();
            await using var stream = connection.GetStream();
            _ = await stream.ReadAsync(new byte[4096]);
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        Func<HttpRequestMessage, HttpResponseMessage>?[] answers,
        LogItemsClientOptions? options = null,
        string path = "JobSessions",
        CancellationToken cancellationToken = default)
    {
        using var script = new ScriptedHandler(answers, _sent);
        using var handler = new RetryHandler(options ?? new() { RetryDelay = TimeSpan.Zero, TimeProvider = _time, TryTimeout = TryTimeout })
        {
            InnerHandler = script,
        };
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(method, $"{StubServer.Address}/v8/{path}");
        return await invoker.SendAsync(request, cancellationToken);
    }

    /// <summary>Answers in order; null never answers.</summary>
    private sealed class ScriptedHandler(Func<HttpRequestMessage, HttpResponseMessage>?[] answers, List<string> sent) : HttpMessageHandler
    {
        private int _next;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Add(request.RequestUri!.AbsolutePath);
            var answer = answers[_next++];
            if (answer is null)
            {
                await Until.Canceled(cancellationToken);
            }

            return answer!(request);
        }
    }
}
