using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ContractVerifyCommandTests
{
    private const string Hasty = "--rate 1000 --slow-after 60";

    private string _file = null!;

    [SetUp]
    public void NameFile() => _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [TestCase("v2")]
    [TestCase("v8")]
    public async Task Verify_RightServer_FindsNothing(string version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();

        var run = await ToolRun.StartAsync($"contract verify --version {version} {Hasty} --fail-on info", Of(server));

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "No findings.\n")), run.Error);
        Assert.That(run.Error, Does.Match(@"Verified \d+ exchanges\. Coverage \d+\.\d %: operations "));
    }

    [Test]
    public async Task Verify_ContractWithoutVersions_IsSoughtAtTheBasePath()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { AllowUnmatchedRequests = true });
        await File.WriteAllTextAsync(_file, """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            servers: [{url: 'https://host/nowhere'}]
            paths: {/JobSessions: {get: {responses: {'401': {description: d, content: {application/json: {} } } } } } }
            """);

        var environment = new Dictionary<string, string> { ["LOGITEMS_SERVER"] = $"{server.BaseAddress}", ["LOGITEMS_TOKEN"] = "t" };
        var there = await ToolRun.StartAsync($"contract verify {_file} --base-path /v8 {Hasty} --fail-on none", environment);
        var nowhere = await ToolRun.StartAsync($"contract verify {_file} {Hasty} --fail-on none", environment);

        Assert.That(
            server.Requests.Concat(server.UnmatchedRequests).Select(request => request.Path).Distinct(),
            Is.EquivalentTo(["/v8/JobSessions", "/nowhere/JobSessions"]), there.Error + nowhere.Error);
        Assert.That((there.ExitCode, nowhere.ExitCode), Is.EqualTo((0, 0)), there.Error);
    }

    [TestCase("/api/v1", "--base-path /api/v1", 0)]
    [TestCase("/api/v1", "", 1)]
    [TestCase("/own", "", 0)]
    public async Task Verify_RecordedBehindAPath_IsFoundByTheServersOrTheOption(string path, string option, int exitCode)
    {
        var (contract, har) = ($"{_file}.yaml", $"{_file}.har");
        await File.WriteAllTextAsync(contract, """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            servers: [{url: 'https://host/{root}', variables: {root: {default: own}}}]
            paths: {/things: {get: {responses: {'204': {description: d}}}}}
            """);
        await File.WriteAllTextAsync(har, $$"""
            {"log": {"entries": [{
                "request": {"method": "GET", "url": "https://host{{path}}/things"}, "response": {"status": 204, "content": {"size": 0} } }] } }
            """);

        var run = await ToolRun.StartAsync($"contract verify {contract} --har {har} {option}");

        File.Delete(contract);
        File.Delete(har);
        Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.Out);
    }

    [Test]
    public async Task Verify_FaultyServer_PointsToTheValues()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Faults = [FakeFault.Parse("nulls:1")] });

        var run = await ToolRun.StartAsync($"contract verify --version v8 {Hasty}", Of(server));

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Out, Does.Match(@"GET /v8/JobSessions \(200\) at /results/\d/\w+: error schema-violation: "));
    }

    [Test]
    public async Task Verify_Explore_SendsThatManyMoreRequestsAndSaysSo()
    {
        await using var server = await FakeLogItemsServer.StartAsync();

        var without = await ToolRun.StartAsync($"contract verify --version v8 {Hasty}", Of(server));
        var count = server.Requests.Count;
        var run = await ToolRun.StartAsync($"contract verify --version v8 {Hasty} --fail-on info --explore 60 --seed 3", Of(server));

        Assert.That((without.ExitCode, run.ExitCode, run.Out), Is.EqualTo((0, 0, "No findings.\n")), run.Error);
        Assert.That(server.Requests, Has.Count.EqualTo(2 * count + 60));
        Assert.That(run.Error, Does.Contain("Explored with 60 requests from seed 3: "));
    }

    [Test]
    public async Task Verify_ExploreAFailingServer_EndsInARequestToRepeat()
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Query.ContainsKey("limit") ? 500 : 401;
            return Task.CompletedTask;
        });

        var run = await ToolRun.StartAsync($"contract verify --version v8 --server {server.Address} --token x {Hasty} --explore 400");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Lines, Has.One.Match("error server-error: .*; repeat with GET /v8/JobSessions\\?limit=1$"));
    }

    [Test]
    public async Task Verify_TooLittleCoverage_Fails()
    {
        await using var server = await FakeLogItemsServer.StartAsync();

        var run = await ToolRun.StartAsync($"contract verify --version v8 {Hasty} --min-coverage 100", Of(server));

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Lines, Has.One.StartsWith("coverage: error insufficient-coverage: "));
    }

    [Test]
    public async Task Verify_Recorded_CanBeJudgedAgainAndHasNoSecrets()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Password = "hush-hush" });
        var environment = Of(server);
        environment["LOGITEMS_PASSWORD"] = "hush-hush";

        await ToolRun.StartAsync($"contract verify --version v8 {Hasty} --record {_file}", environment);
        var again = await ToolRun.StartAsync($"contract verify --har {_file} --fail-on none");

        Assert.That(await File.ReadAllTextAsync(_file), Does.Not.Contain("hush").And.Not.Contain("Bearer "));
        Assert.That(again.Error, Does.Match($@"Verified {server.Requests.Count} exchanges"));
        Assert.That(again.Lines.SkipLast(1), Is.All.Contains("invalid-parameter"));
    }

    [Test]
    public async Task Verify_PinnedCertificate_IsTrustedAndNoOther()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Url = new Uri("https://127.0.0.1:0") });

        var pinned = await ToolRun.StartAsync($"contract verify --version v8 {Hasty} --pin-sha256 {server.CertificateSha256}", Of(server));
        var unpinned = await ToolRun.StartAsync($"contract verify --version v8 {Hasty}", Of(server));
        var other = await ToolRun.StartAsync($"contract verify --version v8 {Hasty} --pin-sha256 {new string('A', 64)}", Of(server));

        Assert.That((pinned.ExitCode, unpinned.ExitCode, other.ExitCode), Is.EqualTo((0, 3, 3)), pinned.Error);
        Assert.That(unpinned.Error, Does.Contain("certificate"));
    }

    [TestCase("contract verify --server http://127.0.0.1:9 --token x", 2, TestName = "Verify_NoVersion_IsWrongUsage")]
    [TestCase("contract verify --version v8 --token x", 2, TestName = "Verify_NoServer_IsWrongUsage")]
    [TestCase("contract verify --version v8 --server http://backup.contoso.local --token x", 2, TestName = "Verify_PlainHttpElsewhere_IsWrongUsage")]
    [TestCase("contract verify --version v8 --server http://127.0.0.1:9 --token x --id none", 2, TestName = "Verify_MalformedId_IsWrongUsage")]
    [TestCase("contract verify --version v8 --server http://127.0.0.1:9 --token x", 3, TestName = "Verify_NobodyThere_CannotBeReached")]
    [TestCase("contract verify --har no-such-file.har --explore 5", 2, TestName = "Verify_ExploreARecording_IsWrongUsage")]
    [TestCase("contract verify --version v8 --server http://127.0.0.1:9 --token x --explore 0", 2, TestName = "Verify_ExploreWithoutRequests_IsWrongUsage")]
    [TestCase("contract verify --har no-such-file.har", 3, TestName = "Verify_NoHar_CannotBeLoaded")]
    public async Task Verify_CalledInVain(string commandLine, int exitCode)
    {
        var run = await ToolRun.StartAsync(commandLine);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((exitCode, "")), run.Error);
    }

    [Test]
    public async Task Verify_WrongPassword_IsRefused()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Password = "other" });

        Assert.That((await ToolRun.StartAsync($"contract verify --version v8 {Hasty}", Of(server))).ExitCode, Is.EqualTo(4));
    }

    [Test]
    public async Task Verify_ServerThatHangs_TimesOut()
    {
        await using var server = await StubServer.StartAsync(context => Until.Canceled(context.RequestAborted));

        var run = await ToolRun.StartAsync($"contract verify --version v8 --server {server.Address} --token x --timeout 1");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("did not respond in time"));
    }

    [TestCase("")]
    [TestCase("--record")]
    public async Task Verify_AnswerThatDrips_TimesOut(string record)
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync("["u8.ToArray());
            await context.Response.Body.FlushAsync();
            await Until.Canceled(context.RequestAborted);
        });

        var run = await ToolRun.StartAsync(
            $"contract verify --version v8 --server {server.Address} --token x --timeout 1 {(record.Length == 0 ? "" : $"{record} {_file}")}");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("did not respond in time"));
    }

    [TestCase(null, "")]
    [TestCase(1L << 30, "")]
    [TestCase(null, "--record")]
    public async Task Verify_AnswerWithoutEnd_IsGivenUp(long? length, string record)
    {
        var block = new byte[64 * 1024];
        Array.Fill(block, (byte)' ');
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = length;
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        });

        var run = await ToolRun.StartAsync(
            $"contract verify --version v8 --server {server.Address} --token x {(record.Length == 0 ? "" : $"{record} {_file}")}");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Match("The response to GET /v8/\\w+ is larger than 67,108,864 bytes"));
    }

    private static Dictionary<string, string> Of(FakeLogItemsServer server) => new()
    {
        ["LOGITEMS_SERVER"] = server.BaseAddress.AbsoluteUri,
        ["LOGITEMS_USERNAME"] = "demo",
        ["LOGITEMS_PASSWORD"] = "demo",
    };
}
