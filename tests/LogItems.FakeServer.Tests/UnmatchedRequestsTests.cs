using System.Net;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests;

/// <summary>What no version of the API has fails loudly; what some version has does not.</summary>
public class UnmatchedRequestsTests
{
    [TestCase("/v8/JobSession")]
    [TestCase("/v8/Organizations")]
    [TestCase("/api/v8/JobSessions")]
    [TestCase("/latest/JobSessions")]
    [TestCase("/JobSessions")]
    [TestCase("/")]
    public async Task DisposeAsync_PathOfNothing_ThrowsWithTheRequest(string path)
    {
        var server = await FakeLogItemsServer.StartAsync();
        using var http = Http(server);
        using var answer = await http.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();

        var thrown = (await Assert.ThrowsAsync<UnmatchedRequestsException>(async () => await server.DisposeAsync()))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotImplemented));
            Assert.That(body, Does.Contain($"No version of the API has GET {path}."));
            Assert.That(thrown.Message, Does.Contain($"received requests that no version of the API supports: GET {path}."));
            Assert.That(thrown.Requests.Single(), Is.EqualTo(server.UnmatchedRequests.Single()));
            Assert.That(async () => await server.DisposeAsync(), Throws.Nothing, "a second time");
        }
    }

    [Test]
    public async Task DisposeAsync_MethodThatThePathDoesNotHave_Throws()
    {
        var server = await FakeLogItemsServer.StartAsync();
        using var http = Http(server);
        using var answer = await http.DeleteAsync("/v8/JobSessions");
        Assert.That(async () => await server.DisposeAsync(), Throws.InstanceOf<UnmatchedRequestsException>().With.Message.Contains("DELETE /v8/JobSessions"));
    }

    [Test]
    public async Task DisposeAsync_UnmatchedRequestsAllowed_DoesNotThrow()
    {
        var server = await FakeLogItemsServer.StartAsync(new() { AllowUnmatchedRequests = true });
        using var http = Http(server);
        using var answer = await http.GetAsync("/v8/JobSession");
        Assert.That(async () => await server.DisposeAsync(), Throws.Nothing);
        Assert.That(server.UnmatchedRequests, Has.Count.EqualTo(1));
    }

    [TestCase("/v0/ServiceInstance", "GetServiceInstance")]
    [TestCase("/v7/JobSessions", "ListJobSessions")]
    [TestCase("/V12/jobsessions", "ListJobSessions")]
    [TestCase("/v5/DataRetrievalSessions/be376069-2865-4156-a9bc-825cef7d687e/LogItems", "ListDataRetrievalLogItems")]
    public async Task DisposeAsync_OperationInAVersionWithoutIt_IsNotFoundAndNotUnmatched(string path, string operation)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Versions = [ApiVersion.V5, ApiVersion.V8] });
        using var http = Http(server);
        using var answer = await http.GetAsync(path);
        Assert.That((answer.StatusCode, server.Requests.Single().Operation), Is.EqualTo((HttpStatusCode.NotFound, operation)));
    }

    [Test]
    public async Task Operation_OfEveryRequest_IsCalledAsInTheContract()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);
        var session = $"JobSessions/{SeedSessions.V3SessionId}";
        foreach (var path in new[] { "ServiceInstance", "JobSessions", session, $"{session}/LogItems", $"{session}/LogItems/{Guid.NewGuid()}" })
        {
            await http.GetTextAsync(path);
        }

        Assert.That(
            server.Requests.Select(request => request.Operation),
            Is.EqualTo(new[] { "CreateToken", "GetServiceInstance", "ListJobSessions", "GetJobSession", "ListLogItems", "GetLogItem" }));
    }

    private static HttpClient Http(FakeLogItemsServer server) => new(new SocketsHttpHandler()) { BaseAddress = server.BaseAddress };
}
