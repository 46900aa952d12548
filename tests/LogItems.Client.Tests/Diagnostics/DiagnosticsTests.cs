using System.Diagnostics;
using LogItems.FakeServer;

namespace LogItems.Client.Tests.Diagnostics;

[NonParallelizable]
public class DiagnosticsTests
{
    [Test]
    public async Task Reading_ASession_IsTracedCountedAndLogged()
    {
        using var recorder = new Recorder();
        await using var server = await FakeLogItemsServer.StartAsync();
        using var client = Client(server, recorder);
        await client.GetLogItemsAsync(SeedSessions.V3SessionId).ToListAsync();
        var activity = recorder.Activities.Single(activity => activity is { Source.Name: "LogItems.Client", Kind: ActivityKind.Client });
        using (Assert.EnterMultipleScope())
        {
            var enumeration = recorder.Activities.Single(candidate => candidate.OperationName == "GetLogItems");
            Assert.That(enumeration.GetTagItem("logitems.items"), Is.EqualTo(5));
            Assert.That(activity.ParentSpanId, Is.EqualTo(enumeration.SpanId));
            Assert.That(activity.DisplayName, Is.EqualTo("GET /v8/JobSessions/{id}/LogItems"));
            Assert.That(activity.GetTagItem("http.request.method"), Is.EqualTo("GET"));
            Assert.That(activity.GetTagItem("http.response.status_code"), Is.EqualTo(200));
            Assert.That(activity.GetTagItem("server.address"), Is.EqualTo("127.0.0.1"));
            Assert.That(activity.GetTagItem("server.port"), Is.EqualTo(server.BaseAddress.Port));
            Assert.That(activity.GetTagItem("url.full"), Is.EqualTo($"{server.BaseAddress}v8/JobSessions/{SeedSessions.V3SessionId}/LogItems"));
            Assert.That(recorder.Counts["logitems.client.pages"], Is.EqualTo(1));
            Assert.That(recorder.Counts["logitems.client.items"], Is.EqualTo(5));
            Assert.That(recorder.Counts["logitems.client.token_requests"], Is.EqualTo(1));
            Assert.That(recorder.Lines, Has.Some.Contain("Received a token from"));
            Assert.That(recorder.Lines, Has.Some.Contain("returned 200"));
        }
    }

    [Test]
    public async Task UnknownSession_IsAFailedActivity()
    {
        using var recorder = new Recorder();
        await using var server = await FakeLogItemsServer.StartAsync();
        using var client = Client(server, recorder);
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsAsync(Guid.NewGuid()).ToListAsync());
        var activity = recorder.Activities.Single(activity => activity is { Source.Name: "LogItems.Client", Kind: ActivityKind.Client });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(activity.Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(activity.GetTagItem("error.type"), Is.EqualTo("404"));
            Assert.That(exception!.Duration, Is.GreaterThan(TimeSpan.Zero).And.LessThan(TimeSpan.FromMinutes(1)));
        }
    }

    [Test]
    public async Task Retries_AreLoggedAndCounted()
    {
        using var recorder = new Recorder();
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Faults = [new FakeFault(FakeFaultKind.Unavailable, 1)], FaultsAtToken = false, RetryAfter = TimeSpan.Zero,
        });
        using var client = new LogItemsClient(
            server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V8, LoggerFactory = recorder, MaxRetries = 2 });
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetJobSessionsAsync().ToListAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception!.Kind, Is.EqualTo(LogItemsApiErrorKind.Unavailable));
            Assert.That(exception.RetryAfter, Is.Not.Null);
            Assert.That(recorder.Counts["logitems.client.retries"], Is.EqualTo(2));
            Assert.That(recorder.MeasuredTags, Has.Member("error.type=503"));
            Assert.That(recorder.Lines, Has.Some.Contain("/v8/JobSessions failed: the server returned 503; retry 1 of 2"));
            Assert.That(recorder.Lines, Has.Some.Contain("/v8/JobSessions failed: the server returned 503; retry 2 of 2"));
        }
    }

    private static LogItemsClient Client(FakeLogItemsServer server, Recorder recorder) =>
        new(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V8, LoggerFactory = recorder });
}
