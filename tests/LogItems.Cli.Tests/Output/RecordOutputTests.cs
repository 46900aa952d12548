using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using LogItems.Cli.Hosting;
using LogItems.Cli.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace LogItems.Cli.Tests.Output;

internal sealed class RecordOutputTests
{
    private const string Options = $"list {Bodies.SessionId} --api-version v8 --token a-token --server ";

    [Test]
    public async Task List_SecondPageHeldBack_FirstLineIsOutAlready([Values("table", "json", "jsonl", "csv")] string format)
    {
        var (server, release) = await StubServer.StartHoldingBackAsync(
            Bodies.Page(hasNext: true, Bodies.Item(1, "\"first\""), Bodies.Item(2, "\"second\"")),
            Bodies.Page(hasNext: false, Bodies.Item(2, "\"second\""), Bodies.Item(3, "\"third\"")));
        await using var _ = server;
        var pipe = new Pipe();
        var host = new CommandEnvironment { Out = new StreamWriter(pipe.Writer.AsStream()), Error = TextWriter.Null };
        using var reader = new StreamReader(pipe.Reader.AsStream());

        var run = Program.RunAsync($"{Options}{server.Address} --format {format}".Split(' '), host, CancellationToken.None);
        await ReadUntilAsync(reader, "second");
        var wasRunning = !run.IsCompleted;
        release.SetResult();
        await ReadUntilAsync(reader, "third");

        Assert.That(wasRunning);
        Assert.That(await run, Is.Zero);
    }

    [Test]
    public async Task List_PipeClosedWhileTheServerHoldsBack_EndsQuietlyAtOnce()
    {
        var (server, _) = await StubServer.StartHoldingBackAsync(
            Bodies.Page(hasNext: true, Bodies.Item(1), Bodies.Item(2)), "never sent");
        await using var stub = server;
        using var error = new StringWriter();
        var host = new CommandEnvironment { Out = new StreamWriter(new ClosedPipe()), Error = error };

        var exitCode = await Program.RunAsync($"{Options}{server.Address}".Split(' '), host, CancellationToken.None).WaitAsync(ToolProcess.Patience);

        Assert.That((exitCode, error.ToString()), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task List_ListBreaksOff_KeepsWhatCameAndClosesTheArray()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            var isFirst = context.Request.Query["offset"] == "0";
            context.Response.StatusCode = isFirst ? 200 : 400;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(
                isFirst ? Bodies.Page(hasNext: true, Bodies.Item(1), Bodies.Item(2)) : """{"message":"Out of order"}""");
        });

        var run = await ToolRun.StartAsync($"{Options}{server.Address} --format json");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain("Out of order"));
        Assert.That(run.Out, Does.StartWith("[\n{\"id\":\"00000000-0000-4000-8000-000000000001\""));
        Assert.That(JsonElement.Parse(run.Out).GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task List_ListChangesAllTheTime_SaysThatSomethingMayBeMissing()
    {
        // Each time the second page is asked for, another item has come in before those that were read.
        await using var server = await StubServer.StartAsync(context => context.Response.WriteAsync(context.Request.Query["offset"] == "0"
            ? Bodies.Page(hasNext: true, Bodies.Item(1), Bodies.Item(2))
            : Bodies.Page(hasNext: false, Bodies.Item(1), Bodies.Item(2), Bodies.Item(3))));

        var run = await ToolRun.StartAsync($"{Options}{server.Address} --format jsonl");

        Assert.That((run.ExitCode, run.Lines.Count), Is.EqualTo((0, 3)));
        Assert.That(run.Error, Does.Contain("may be incomplete"));
    }

    [Test]
    public async Task List_NoItems_IsStillThatFormat()
    {
        await using var server = await StubServer.StartAsync(Bodies.Page(hasNext: false));
        var command = $"{Options}{server.Address} --format ";

        Assert.That((await ToolRun.StartAsync(command + "json")).Out, Is.EqualTo("[]\n"));
        Assert.That((await ToolRun.StartAsync(command + "jsonl")).Out, Is.Empty);
        Assert.That(
            (await ToolRun.StartAsync(command + "csv")).Out,
            Is.EqualTo("id,usn,level,text,startedAt,endedAt,links,duration,issues,additionalProperties,subject,cause\r\n"));
        var table = await ToolRun.StartAsync(command + "table");
        Assert.That((table.ExitCode, table.Lines.Count, table.Error), Is.EqualTo((0, 1, "No items match.\n")));
    }

    [Test]
    public async Task List_ValuesThatCannotBeRead_AreNullAndCounted()
    {
        await using var server = await StubServer.StartAsync(Bodies.Page(
            hasNext: false,
            """{"id":"not a guid","usn":"five","type":"Success","message":null,"creationTime":null,"endTime":null,"_links":null}""",
            Bodies.Item(2),
            """{"id":null,"usn":99999999999999999999,"type":"Success","message":"x","creationTime":"2026-11-20T01:00:00Z","endTime":"soon"}"""));

        var run = await ToolRun.StartAsync($"{Options}{server.Address} --format jsonl");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Lines[0], Does.StartWith("""{"id":null,"usn":null,"level":"Success","text":"","startedAt":null,"endedAt":null,"links":{}"""));
        Assert.That(run.Lines[2], Does.StartWith(
            """
            {"id":null,"usn":null,"level":"Success","text":"x","startedAt":"2026-11-20T01:00:00.0000000+00:00","endedAt":null,
            "links":{},"duration":null,"issues":[
            """.ReplaceLineEndings("")));
        var (issues, additional) = (run.JsonLines[2].GetProperty("issues"), run.JsonLines[2].GetProperty("additionalProperties"));
        Assert.That(
            issues.EnumerateArray().Select(issue => $"{issue.GetProperty("property")}={issue.GetProperty("value")}"),
            Is.EquivalentTo(["id=", "usn=99999999999999999999", "endTime=soon"]));
        Assert.That(
            additional.EnumerateObject().Select(property => $"{property.Name}={property.Value}"),
            Is.EquivalentTo(["id=", "usn=99999999999999999999", "endTime=soon"]));
        Assert.That(run.Error, Does.Match("^[0-9]+ values in 2 items could not be read \\(.*endTime, id, usn.*\\); see .*\n$"));
    }

    [Test]
    public async Task List_LevelNewerThanTheContract_IsShownAsItWasSent([Values("table", "jsonl", "csv")] string format)
    {
        await using var server = await StubServer.StartAsync(Bodies.Page(hasNext: false, Bodies.Item(1, type: "Postponed")));

        var run = await ToolRun.StartAsync($"{Options}{server.Address} --format {format}");

        Assert.That(run.Out, Does.Contain("Postponed").And.Not.Contain("Unknown"));
        Assert.That(run.Error, Does.StartWith("1 value in 1 item could not be read (type); see "));
    }

    [Test]
    public async Task List_TitleWithoutALevel_IsUnknown()
    {
        await using var server = await StubServer.StartAsync(
            """[{"id":"e7668151-524f-4fa5-a30a-c647bf7ca8c5","usn":1,"title":"No level here","creationTime":"2017-04-04T00:07:21-07:00"}]""");

        var run = await ToolRun.StartAsync($"list {Bodies.SessionId} --api-version v3 --token a-token --server {server.Address} --format jsonl");

        Assert.That(run.JsonLines.Single().GetProperty("level").GetString(), Is.EqualTo("Unknown"));
        Assert.That(run.JsonLines.Single().GetProperty("text").GetString(), Is.EqualTo("No level here"));
    }

    private static async Task ReadUntilAsync(StreamReader reader, string text)
    {
        // Not by lines: of a JSON array the line end comes with the next object.
        var read = new StringBuilder();
        var buffer = new char[1024];
        while (!read.ToString().Contains(text, StringComparison.Ordinal))
        {
            var length = await reader.ReadAsync(buffer).AsTask().WaitAsync(ToolProcess.Patience);
            read.Append(buffer, 0, length);
        }
    }

    private sealed class ClosedPipe : MemoryStream
    {
        private const int Epipe = 32;

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", Epipe);

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe", Epipe);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("Broken pipe", Epipe);
    }
}
