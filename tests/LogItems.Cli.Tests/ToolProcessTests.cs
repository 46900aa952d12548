using System.Text;
using System.Text.Json;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests;

/// <summary>What only a process of its own can show: signals, pipes, bytes, arguments.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class ToolProcessTests
{
    private const string HeldBack = $"list {Bodies.SessionId} --api-version v8 --format jsonl";

    private static readonly Dictionary<string, string> Demo = new() { ["LOGITEMS_USERNAME"] = "demo", ["LOGITEMS_PASSWORD"] = "demo" };

    [TestCase("INT")]
    [TestCase("TERM")]
    [Platform("Linux")]
    public async Task Serve_ToldToStop_HasServedAndEndsWith0(string signal)
    {
        using var serve = ToolProcess.Start("serve --versions v5,v6 --sessions 2 --items 7 --seed 3");
        var listening = await serve.ReadLineAsync();
        Assert.That(listening, Does.Match("^listening on http://127.0.0.1:[0-9]+$"));
        var server = $"--server {listening!["listening on ".Length..]} --format jsonl";

        using var sessions = ToolProcess.Start($"sessions {server}", Demo);
        var lines = (await sessions.Out.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var id = System.Text.Json.JsonElement.Parse(lines[^1]).GetProperty("id").GetString();
        using var list = ToolProcess.Start($"list {id} {server}", Demo);
        var items = (await list.Out.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That((await sessions.WaitAsync(), await list.WaitAsync()), Is.EqualTo((0, 0)), await list.Error);
        Assert.That((lines.Length, items.Length), Is.EqualTo((2 + 2, 7)));
        await serve.SignalAsync(signal);
        Assert.That(await serve.WaitAsync(), Is.Zero);
        Assert.That(await serve.Error, Does.Contain("Sign in as demo with the password demo"));
    }

    [Test]
    public async Task Serve_SameSeed_ServesTheSame()
    {
        var first = await ItemsAsync(seed: 5);
        var again = await ItemsAsync(seed: 5);
        var other = await ItemsAsync(seed: 6);

        Assert.That(again, Is.EqualTo(first).And.Not.Empty);
        Assert.That(other, Is.Not.EqualTo(first));

        static async Task<string> ItemsAsync(int seed)
        {
            using var serve = ToolProcess.Start($"serve --sessions 1 --items 5 --seed {seed}");
            var address = (await serve.ReadLineAsync())!["listening on ".Length..];
            using var sessions = ToolProcess.Start($"sessions --server {address} --api-version v8 --format jsonl", Demo);
            return await sessions.Out.ReadToEndAsync();
        }
    }

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    [Platform("Linux")]
    public async Task List_ToldToStop_EndsWithTheSignalsCode(string signal, int expected)
    {
        var (server, _) = await StubServer.StartHoldingBackAsync(
            Bodies.Page(hasNext: true, Bodies.Item(1), Bodies.Item(2)), "never sent");
        await using var stub = server;
        using var list = ToolProcess.Start($"{HeldBack} --server {server.Address}", new Dictionary<string, string> { ["LOGITEMS_TOKEN"] = "T" });
        var first = await list.ReadLineAsync();

        await list.SignalAsync(signal);

        Assert.That(await list.WaitAsync(), Is.EqualTo(expected));
        Assert.That(first, Does.StartWith("{\"id\""));
        Assert.That(await list.Error, Is.EqualTo("logitems: canceled.\n"));
    }

    [Test]
    [Platform("Linux")]
    public async Task List_StoppedInAJsonArray_ClosesTheArray()
    {
        var (server, _) = await StubServer.StartHoldingBackAsync(Bodies.Page(hasNext: true, Bodies.Item(1), Bodies.Item(2)), "never sent");
        await using var stub = server;
        using var list = ToolProcess.Start(
            $"{HeldBack.Replace("jsonl", "json", StringComparison.Ordinal)} --server {server.Address}",
            new Dictionary<string, string> { ["LOGITEMS_TOKEN"] = "T" });
        var output = "";
        while (!output.Contains("\"id\"", StringComparison.Ordinal))
        {
            output += $"{await list.ReadLineAsync()}\n";
        }

        await list.SignalAsync("INT");

        Assert.That(await list.WaitAsync(), Is.EqualTo(130));
        output += await list.Out.ReadToEndAsync();
        Assert.That(JsonElement.Parse(output).GetArrayLength(), Is.Positive);
        Assert.That(await list.Error, Is.EqualTo("logitems: canceled.\n"));
    }

    [Test]
    [Platform("Linux")]
    public async Task Follow_OnATerminal_IsLiveOverARestartUntilTheSessionEnds()
    {
        var session = new FakeSession { Status = "Running", CreationTime = Bodies.Time };
        session.AddItem(new() { Usn = 1, Message = "Connected", CreationTime = Bodies.Time, EndTime = Bodies.Time.AddSeconds(1) });
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        var address = server.BaseAddress;
        using var follow = PseudoTerminal.Start($"follow {session.Id} --server {address} --api-version v8 --interval 1", Demo);
        await follow.Screen.WaitForAsync("next poll in");
        Assert.That(follow.Screen.IsCursorVisible, Is.False);

        await server.DisposeAsync();
        await follow.Screen.WaitForAsync("server unavailable for");
        await using var restarted = await FakeLogItemsServer.StartAsync(new() { Sessions = [session], Url = address });
        await follow.Screen.WaitForAsync("next poll in");
        session.Finish("Success", Bodies.Time.AddMinutes(1));

        Assert.That(await follow.WaitAsync(), Is.Zero);
        Assert.That(follow.Screen.Lines, Is.EqualTo(new[]
        {
            "LEVEL    STARTED              DURATION      TEXT",
            "Success  2026-11-20 01:00:00  00:00:01.000  Connected",
            $"Session {session.Id}  Success after 00:01:00.000  1 item: 1 Success",
        }));
        Assert.That(follow.Screen.IsCursorVisible, Is.True);
        Assert.That(follow.Screen.Colors, Is.Positive);
    }

    [Test]
    [Platform("Linux")]
    public async Task Follow_CtrlCOnATerminal_LeavesItClean()
    {
        var session = new FakeSession { Status = "Running", CreationTime = Bodies.Time };
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var follow = PseudoTerminal.Start($"follow {session.Id} --server {server.BaseAddress} --api-version v8", Demo);
        await follow.Screen.WaitForAsync("next poll in");

        await follow.TypeAsync("\u0003");

        Assert.That(await follow.WaitAsync(), Is.EqualTo(130));
        Assert.That(follow.Screen.Lines, Is.EqualTo(new[] { "logitems: canceled." }));
        Assert.That(follow.Screen.IsCursorVisible, Is.True);
    }

    [Test]
    public async Task List_ReaderHasHadEnough_EndsQuietlyAndEarly()
    {
        var sessions = SyntheticSessions.Create(1, 200_000, 1);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = sessions });
        using var list = ToolProcess.Start($"list {sessions[0].Id} --server {server.BaseAddress} --format jsonl", Demo);

        var first = await list.ReadLineAsync();
        list.Out.Dispose();

        Assert.That(await list.WaitAsync(), Is.Zero);
        Assert.That(first, Does.StartWith("{\"id\""));
        Assert.That(await list.Error, Is.Empty);
        Assert.That(server.Requests, Has.Count.LessThan(100), "200 pages are there to be read");
    }

    [Test]
    public async Task List_PasswordByStdin_IsInNoArgumentAndNoOutput()
    {
        const string password = "S3cret-of-the-test";
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Password = password });
        using var list = ToolProcess.Start($"list {SeedItem.Session} --server {server.BaseAddress} --username demo --password-stdin --format jsonl");
        // The process cannot have ended: it waits for the password.
        var arguments = OperatingSystem.IsLinux() ? await File.ReadAllTextAsync($"/proc/{list.Id}/cmdline") : "";
        await list.In.WriteLineAsync(password);
        await list.In.FlushAsync();

        var output = await list.Out.ReadToEndAsync();

        Assert.That(await list.WaitAsync(), Is.Zero, await list.Error);
        Assert.That(output, Is.EqualTo(string.Concat(SeedItem.All.Select(item => item.Json + "\n"))));
        Assert.That(arguments + output + await list.Error, Does.Not.Contain(password));
    }

    [Test]
    public async Task List_AnyLocale_WritesUtf8WithoutMark([Values("C", "en_US.ISO-8859-1")] string locale)
    {
        await using var server = await StubServer.StartAsync(Bodies.Page(hasNext: false, Bodies.Item(1, "\"zoë Приглашение\"")));
        using var list = ToolProcess.Start(
            $"list {Bodies.SessionId} --server {server.Address} --api-version v8 --format csv",
            new Dictionary<string, string> { ["LOGITEMS_TOKEN"] = "T", ["LC_ALL"] = locale, ["LANG"] = locale });
        using var bytes = new MemoryStream();

        await list.Out.BaseStream.CopyToAsync(bytes);

        Assert.That(await list.WaitAsync(), Is.Zero, await list.Error);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
        Assert.That(text, Does.StartWith("id,usn,"));
        Assert.That(Csv.Read(text)[1][3], Is.EqualTo("zoë Приглашение"));
    }

    [TestCase("--version", 0)]
    [TestCase("nonsense", 2)]
    [TestCase("contract lint /nowhere/contract.yaml", 3)]
    public async Task Run_ExitCode_IsThatOfTheProcess(string commandLine, int expected)
    {
        using var run = ToolProcess.Start(commandLine);

        Assert.That(await run.WaitAsync(), Is.EqualTo(expected));
        Assert.That(await run.Error, Does.Not.Contain("   at "));
    }
}
