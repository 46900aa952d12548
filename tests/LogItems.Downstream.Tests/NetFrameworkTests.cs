using System.Diagnostics;
using LogItems.FakeServer;

namespace LogItems.Downstream.Tests;

/// <summary>
/// The build for .NET Standard on a runtime that is none of .NET's: the service's program for .NET Framework, on Mono. Compiled where
/// there is Mono.
/// </summary>
public class NetFrameworkTests
{
    private const string Report = "2026-11-20 19:00:01Z Mailbox was not found";

    private static readonly DateTimeOffset LastNight = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

    [Test]
    public async Task Console_ServerOfAVersion_ReportsItsWarnings([Values(ApiVersion.V2, ApiVersion.V5, ApiVersion.V8)] ApiVersion version)
    {
        await using var fake = await StartAsync("http://127.0.0.1:0", version);
        var (exitCode, output) = await RunAsync(fake.BaseAddress.AbsoluteUri);
        Assert.That((exitCode, output.Trim()), Is.EqualTo((0, Report)));
    }

    [Test]
    public async Task Console_CertificatePinned_ReportsTheWarnings()
    {
        await using var fake = await StartAsync("https://127.0.0.1:0");
        var (exitCode, output) = await RunAsync(fake.BaseAddress.AbsoluteUri, fake.CertificateSha256!);
        Assert.That((exitCode, output.Trim()), Is.EqualTo((0, Report)));
    }

    [TestCase(true, "does not match the pinned one")]
    [TestCase(false, "was issued by an authority that is not trusted here")]
    public async Task Console_CertificateNotTrusted_FailsWithTheReasonAndAsksForNothing(bool isPinned, string reason)
    {
        await using var fake = await StartAsync("https://127.0.0.1:0");
        var (exitCode, output) = await RunAsync([fake.BaseAddress.AbsoluteUri, .. isPinned ? [new string('A', 64)] : Array.Empty<string>()]);
        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(output, Does.Contain("LogItems.ServerCertificateException").And.Contain(reason).And.Contain(fake.CertificateSha256));
        Assert.That(fake.Requests, Is.Empty);
    }

    private static Task<FakeLogItemsServer> StartAsync(string url, params ApiVersion[] versions) => FakeLogItemsServer.StartAsync(new()
    {
        Url = new Uri(url),
        Versions = versions.Length > 0 ? versions : ApiVersions.All,
        Sessions = [new FakeSessionBuilder(LastNight).Success("Connected to organization").Warning("Mailbox was not found").Build()],
    });

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("mono", [DownstreamRun.Console, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
