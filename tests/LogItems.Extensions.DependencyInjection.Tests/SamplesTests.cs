using System.Diagnostics;
using LogItems.FakeServer;

namespace LogItems.Extensions.DependencyInjection.Tests;

/// <summary>The sample programs, run as processes against an HTTPS server.</summary>
public class SamplesTests
{
    /// <summary>Far more than a sample takes; one that hangs has to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Test]
    public async Task ConsoleSample_SessionWithAWarning_PrintsItsObjectAndCause()
    {
        var session = new FakeSessionBuilder(TimeProvider.System.GetUtcNow()).Success("Connected to organization")
            .Warning("Processing mailbox user@contoso.com finished with warning: Mailbox was not found").Build();
        await using var server = await ServeAsync(session);

        using var sample = Start("ConsoleSample", [$"{server.BaseAddress}", "demo", server.CertificateSha256!], new() { ["LOGITEMS_PASSWORD"] = "demo" });
        var output = sample.StandardOutput.ReadToEndAsync();
        var error = await sample.StandardError.ReadToEndAsync().WaitAsync(Patience);

        Assert.That(error, Is.Empty);
        Assert.That(await output, Does.Contain($"Warning {session.Id}\n  Warning ").And.Contain("Mailbox was not found").And.Not.Contain("Connected"));
    }

    [Test]
    public async Task WorkerSample_RunningSession_LogsItsWarningsUntilItEnds()
    {
        var session = new FakeSessionBuilder(TimeProvider.System.GetUtcNow()).Running("Processing mailbox").Build();
        await using var server = await ServeAsync(session);
        var settings = new Dictionary<string, string>
        {
            ["LogItems__Server"] = $"{server.BaseAddress}",
            ["LogItems__PinSha256"] = server.CertificateSha256!,
            ["LogItems__Username"] = "demo",
            ["LogItems__Password"] = "demo",
        };

        using var sample = Start("WorkerSample", [], settings);
        try
        {
            await ReadUntilAsync(sample, $"Following session {session.Id}.");
            session.UpdateItem(session.Items[0] with { Type = "Warning", Message = "Mailbox was not found", EndTime = TimeProvider.System.GetUtcNow() });
            session.Finish("Warning", TimeProvider.System.GetUtcNow());

            Assert.That(await ReadUntilAsync(sample, $"Session {session.Id} ended."), Does.Contain($"Session {session.Id}: Warning Mailbox was not found"));
        }
        finally
        {
            sample.Kill();
        }
    }

    private static Task<FakeLogItemsServer> ServeAsync(FakeSession session) =>
        FakeLogItemsServer.StartAsync(new() { Url = new("https://127.0.0.1:0"), Sessions = [session] });

    private static async Task<string> ReadUntilAsync(Process process, string expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        var output = "";
        while (!output.Contains(expected, StringComparison.Ordinal))
        {
            output += await process.StandardOutput.ReadLineAsync(patience.Token)
                ?? throw new AssertionException($"The sample ended before it wrote '{expected}': {output}{await process.StandardError.ReadToEndAsync()}");
        }

        return output;
    }

    private static Process Start(string sample, string[] args, Dictionary<string, string> environment)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "..", "..", sample, new DirectoryInfo(AppContext.BaseDirectory).Name, $"{sample}.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
