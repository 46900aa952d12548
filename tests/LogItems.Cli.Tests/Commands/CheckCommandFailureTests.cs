using LogItems.Cli.Hosting;
using LogItems.Cli.Tests.Support;
using LogItems.Client.Tests;
using LogItems.FakeServer;
using Microsoft.AspNetCore.Http;

namespace LogItems.Cli.Tests.Commands;

/// <summary>What ends a check early or leaves out a part of it, and whose fault it is.</summary>
internal sealed class CheckCommandFailureTests
{
    private const string JobId = "1d3b2c1a-0f5e-4a6b-8c9d-1e2f3a4b5c6d";

    private static readonly FakeSession Failed = new()
    {
        JobId = Guid.Parse(JobId), JobName = "Mail", CreationTime = Bodies.Time, EndTime = Bodies.Time.AddMinutes(1), Status = "Failed",
    };

    private static readonly FakeSession Succeeded = new()
    {
        JobId = Guid.Parse(JobId), JobName = "Mail", CreationTime = Bodies.Time, EndTime = Bodies.Time.AddMinutes(1), Status = "Success",
    };

    [Test]
    public async Task Check_ServerRespondsButNotToAllInTime_SaysSo()
    {
        var time = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(async context =>
        {
            var path = context.Request.Path.Value!;
            if (path.EndsWith("/LogItems", StringComparison.OrdinalIgnoreCase))
            {
                time.Advance(TimeSpan.FromSeconds(30));
                await Until.Canceled(context.RequestAborted);
            }

            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Bodies.Page(hasNext: false, path.EndsWith("/Jobs", StringComparison.OrdinalIgnoreCase)
                ? $$$"""{"id":"{{{JobId}}}","name":"Mail","isEnabled":true,"_links":{}}"""
                : $$$"""
                  {"id":"{{{Bodies.SessionId}}}","jobId":"{{{JobId}}}","status":"Success","creationTime":"2026-11-20T01:00:00Z",
                  "endTime":"2026-11-20T02:00:00Z","_links":{}}
                  """));
        });
        using var output = new StringWriter();
        var host = new CommandEnvironment { Out = output, Error = TextWriter.Null, Time = time };

        var exitCode = await Program.RunAsync(
            ["check", "--all", "--server", server.Address, "--api-version", "v8", "--token", "T"], host, CancellationToken.None);

        Assert.That((exitCode, output.ToString()), Is.EqualTo((
            2,
            $"LOGITEMS CRITICAL - The check did not end within 30 seconds, although {server.Address}/ responds. Increase --timeout, or check single jobs with "
            + "--job.\n")));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public async Task Check_CredentialCommandDoesNotEnd_IsUnknownAndNotTheServersFault()
    {
        var run = await ToolRun.StartAsync(
            ["check", "--all", "--server", "http://127.0.0.1:1", "--username", "demo", "--timeout", "1", "--credential-command", "tail -f /dev/null"]);

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(
            run.Out,
            Does.StartWith("LOGITEMS UNKNOWN - The credential command").And.Contain("did not end within 1 seconds").And.Not.Contain("127.0.0.1"));
    }

    /// <summary>The address leads to the server by the proxy only, which the client uses and the reading of the certificate does not.</summary>
    [Test]
    [Platform("Linux")]
    public async Task Check_ThroughAProxy_ChecksTheJobsOnly()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Url = new("https://127.0.0.1:0"), Sessions = [Succeeded] });
        using var proxy = ConnectProxy.Start(server.BaseAddress);
        using var check = ToolProcess.Start($"check --all --server https://0.0.0.0:1 --pin-sha256 {server.CertificateSha256}", new Dictionary<string, string>
        {
            ["LOGITEMS_USERNAME"] = "demo", ["LOGITEMS_PASSWORD"] = "demo", ["HTTPS_PROXY"] = proxy.Address, ["https_proxy"] = proxy.Address,
            ["NO_PROXY"] = "", ["no_proxy"] = "",
        });

        var line = await check.Out.ReadToEndAsync();

        Assert.That(await check.WaitAsync(), Is.Zero, line);
        Assert.That(line, Does.StartWith("LOGITEMS OK - Mail: ").And.Contain("'Mail failures'=0;").And.Not.Contain("certificate"));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public async Task Check_NobodyReadsTheLine_ExitsWithTheState()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [Failed] });
        using var check = ToolProcess.Start($"check --all --server {server.BaseAddress} --username demo --password-stdin");

        // It waits for the password and has written nothing yet.
        check.Out.Dispose();
        await check.In.WriteLineAsync("demo");
        await check.In.FlushAsync();

        Assert.That((await check.WaitAsync(), await check.Error), Is.EqualTo((2, "")));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public async Task Check_NobodyReadsTheLineOfAFailure_ExitsWithTheState()
    {
        using var check = ToolProcess.Start("check --all --server http://127.0.0.1:1 --retries 0 --username demo --password-stdin");
        check.Out.Dispose();
        await check.In.WriteLineAsync("demo");
        await check.In.FlushAsync();

        Assert.That((await check.WaitAsync(), await check.Error), Is.EqualTo((2, "")));
    }

    [TestCase("check", "Timeout of the whole check, 1 to 86,400 seconds (default: 30).")]
    [TestCase("certificate", "Timeout of the connection, 1 to 86,400 seconds (default: 60).")]
    [TestCase("contract verify", "Timeout of each request, 1 to 86,400 seconds (default: 60).")]
    [TestCase("list", "Timeout of one request including retries, 1 to 86,400 seconds (default: 300).")]
    public async Task Help_Timeout_IsThatOfTheCommand(string command, string expected)
    {
        var run = await ToolRun.StartAsync($"{command} --help");

        Assert.That(string.Join(' ', run.Out.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), Does.Contain($"--timeout <SECONDS> {expected}"));
    }
}
