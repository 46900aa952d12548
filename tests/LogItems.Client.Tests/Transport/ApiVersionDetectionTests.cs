using System.Net;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests.Transport;

public class ApiVersionDetectionTests
{
    private static readonly Uri Server = new(StubServer.Address);

    [TestCase("v8", ApiVersion.V8)]
    [TestCase("v5,v6", ApiVersion.V6)]
    [TestCase("v2", ApiVersion.V2)]
    [TestCase("v2,v3,v4,v5,v6,v7,v8,v9", ApiVersion.V8)]
    public async Task Detect_VersionsServed_ChoosesTheNewestKnown(string served, ApiVersion chosen)
    {
        var stub = Serving(served.Split(','));
        var detection = await DetectAsync(stub);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(detection.Outcome, Is.EqualTo(ApiVersionDetectionOutcome.Served));
            Assert.That(detection.Chosen, Is.EqualTo(chosen));
            Assert.That(detection.Served.Select(version => version.ToPathSegment()), Is.SubsetOf(served.Split(',')));
        }
    }

    [Test]
    public async Task Detect_Always_AsksForAllVersionsAtOnceAndWithoutCredentials()
    {
        var asked = new List<HttpRequestMessage>();
        var gate = new TaskCompletionSource();
        var stub = StubServer.Create();
        stub.When("*").Respond(async request =>
        {
            lock (asked)
            {
                asked.Add(request);
                if (asked.Count == ApiVersions.All.Count + 1)
                {
                    gate.SetResult();
                }
            }

            await gate.Task;
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        });
        var detection = DetectAsync(stub);
        await detection.WaitAsync(TimeSpan.FromSeconds(30)); // No answer comes before all questions are asked.
        Assert.That(asked.Select(request => request.Headers.Authorization), Is.All.Null);
    }

    [TestCase(HttpStatusCode.OK)]
    [TestCase(HttpStatusCode.Found)]
    [TestCase(HttpStatusCode.Forbidden)]
    [TestCase(HttpStatusCode.Unauthorized)]
    [TestCase(HttpStatusCode.ProxyAuthenticationRequired)]
    [TestCase(HttpStatusCode.BadGateway)]
    public async Task Detect_EverythingAnsweredAlike_IsNotTheService(HttpStatusCode status)
    {
        var stub = StubServer.Create();
        stub.When("*").Respond(status);
        var detection = await DetectAsync(stub);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(detection.Outcome, Is.EqualTo(ApiVersionDetectionOutcome.NotTheService));
            Assert.That(detection.Chosen, Is.Null);
            Assert.That(detection.ToString(), Does.Contain($"v8 {(int)status}").And.Contain("proxy"));
        }
    }

    [Test]
    public async Task Detect_NothingServed_SaysSo()
    {
        var detection = await DetectAsync(Serving());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(detection.Outcome, Is.EqualTo(ApiVersionDetectionOutcome.NoneServed));
            Assert.That(detection.ToString(), Does.Contain("serves none of API v2, v3, v4, v5, v6, v7, v8"));
        }
    }

    [Test]
    public async Task Detect_NoAnswerInTime_IsTimedOut()
    {
        var stub = StubServer.Create();
        stub.When("*").Throw(new TaskCanceledException("", new TimeoutException()));
        var detection = await DetectAsync(stub);
        Assert.That(detection.Outcome, Is.EqualTo(ApiVersionDetectionOutcome.TimedOut));
    }

    [Test]
    public async Task Detect_NewerVersionUnanswered_IsIncomplete()
    {
        var stub = StubServer.Create();
        stub.When("*/v8/*").Throw(new TaskCanceledException("", new TimeoutException()));
        stub.When("*/v7/*").Respond(HttpStatusCode.Unauthorized);
        stub.When("*").Respond(HttpStatusCode.NotFound);
        var detection = await DetectAsync(stub);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(detection.Outcome, Is.EqualTo(ApiVersionDetectionOutcome.Incomplete));
            Assert.That(detection.Chosen, Is.Null);
            Assert.That(detection.ToString(), Does.Contain("v7 401, v8 no response"));
        }
    }

    [Test]
    public void Detect_Unreachable_PassesTheNetworksErrorOn()
    {
        var stub = StubServer.Create();
        stub.When("*").Throw(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        Assert.That(() => DetectAsync(stub), Throws.TypeOf<HttpRequestException>().With.Message.EqualTo(
            "GET /v0/ServiceInstance failed: refused. Tried 3 times."));
    }

    [TestCase(HttpStatusCode.ServiceUnavailable)]
    [TestCase(HttpStatusCode.TooManyRequests)]
    public async Task Detect_NewerVersionIsBusy_IsIncomplete(HttpStatusCode status)
    {
        var stub = StubServer.Create();
        stub.When("*/v8/*").Respond(status);
        stub.When("*/v7/*").Respond(HttpStatusCode.Unauthorized);
        stub.When("*").Respond(HttpStatusCode.NotFound);

        var detection = await DetectAsync(stub);

        Assert.That((detection.Outcome, detection.Chosen), Is.EqualTo((ApiVersionDetectionOutcome.Incomplete, (ApiVersion?)null)));
        Assert.That(detection.ToString(), Does.Contain($"did not answer all probes, so its API version is unknown: ").And.Contain($"v7 401, v8 {(int)status}"));
    }

    [Test]
    public async Task Detect_ServerIsBusyAtFirst_IsAskedAgain()
    {
        var stub = StubServer.Create();
        var isBusy = true;
        stub.When("*/v8/*").Respond(() =>
        {
            var response = new HttpResponseMessage(isBusy ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Unauthorized);
            isBusy = false;
            return Task.FromResult(response);
        });
        stub.When("*").Respond(HttpStatusCode.NotFound);

        Assert.That((await DetectAsync(stub)).Chosen, Is.EqualTo(ApiVersion.V8));
    }

    [Test]
    public void Detect_Canceled_IsCanceled()
    {
        var stub = StubServer.Create();
        stub.When("*").Respond(() => new TaskCompletionSource<HttpResponseMessage>().Task);
        using var canceled = new CancellationTokenSource();
        canceled.Cancel();
        Assert.That(() => DetectAsync(stub, canceled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task GetVersionAsync_Detected_AsksOnceForManyCallersAndIsUsed()
    {
        var stub = Serving("v5", "v6");
        var list = stub.When($"{StubServer.Address}/v6/JobSessions").Respond("application/json", """{"results":[]}""");
        using var client = StubServer.Client(stub, version: null);
        var versions = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.GetVersionAsync()));
        await client.GetJobSessionsPageAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(versions, Is.All.EqualTo(ApiVersion.V6));
            Assert.That(stub.GetMatchCount(_control!), Is.EqualTo(1));
            Assert.That(stub.GetMatchCount(list), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task GetVersionAsync_DetectionFailed_ThrowsAndAsksAgainNextTime()
    {
        var stub = StubServer.Create();
        var isUp = false;
        stub.When("*/v8/*").Respond(() => Task.FromResult(new HttpResponseMessage(isUp ? HttpStatusCode.Unauthorized : HttpStatusCode.NotFound)));
        stub.When("*").Respond(HttpStatusCode.NotFound);
        using var client = StubServer.Client(stub, version: null);
        var exception = await Assert.ThrowsAsync<ApiVersionDetectionException>(() => client.GetVersionAsync());
        isUp = true;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception!.Detection.Outcome, Is.EqualTo(ApiVersionDetectionOutcome.NoneServed));
            Assert.That(await client.GetVersionAsync(), Is.EqualTo(ApiVersion.V8));
        }
    }

    private MockedRequest? _control;

    /// <summary>401 on the documented probe where a version is served (the list of sessions before v6), 404 elsewhere.</summary>
    private MockHttpMessageHandler Serving(params string[] versions)
    {
        var stub = StubServer.Create();
        _control = stub.When($"{StubServer.Address}/v0/ServiceInstance").Respond(HttpStatusCode.NotFound);
        foreach (var version in versions)
        {
            var path = version is "v2" or "v3" or "v4" or "v5" ? "JobSessions" : "ServiceInstance";
            stub.When($"{StubServer.Address}/{version}/{path}").Respond(HttpStatusCode.Unauthorized);
        }

        foreach (var version in ApiVersions.All.Select(version => version.ToPathSegment()).Except(versions))
        {
            stub.When($"{StubServer.Address}/{version}/*").Respond(HttpStatusCode.NotFound);
        }

        return stub;
    }

    private static Task<ApiVersionDetection> DetectAsync(HttpMessageHandler stub, CancellationToken cancellationToken = default) =>
        LogItemsClient.DetectVersionAsync(Server, new() { PrimaryHandler = stub, MaxRetries = 2, RetryDelay = TimeSpan.Zero }, cancellationToken);
}
