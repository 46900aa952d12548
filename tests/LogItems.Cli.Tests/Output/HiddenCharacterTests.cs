using System.Text.Json;
using LogItems.Cli.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace LogItems.Cli.Tests.Output;

/// <summary>A tag letter, which is invisible and beyond U+FFFF, in a property that the contract does not define.</summary>
internal sealed class HiddenCharacterTests
{
    private const string Tag = "\U000E0067";

    [TestCase("json")]
    [TestCase("jsonl")]
    [TestCase("csv")]
    public async Task List_InAnUndocumentedObject_IsWrittenAsValidJson(string format)
    {
        var item = Bodies.Item(1).Replace("\"_links\"", $$"""
            "extra":{"tag":"{{Tag}}"},"_links"
            """, StringComparison.Ordinal);
        await using var server = await StubServer.StartAsync(Bodies.Page(hasNext: false, item));

        var run = await ToolRun.StartAsync($"list {Bodies.SessionId} --server {server.Address} --api-version v8 --token T --format {format}");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out.Contains(Tag, StringComparison.Ordinal), Is.False);
        Assert.That(Extra(run.Out, format).GetProperty("extra").GetProperty("tag").GetString()!.ToCharArray(), Is.EqualTo(Tag.ToCharArray()));
    }

    [Test]
    public async Task Summary_InAnUndocumentedObject_IsWrittenAsValidJson()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            var isSession = context.Request.Path.Value!.EndsWith(Bodies.SessionId, StringComparison.OrdinalIgnoreCase);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(!isSession ? Bodies.Page(hasNext: false) : $$$"""
                {"id":"{{{Bodies.SessionId}}}","status":"Success","creationTime":"2026-11-20T01:00:00Z","endTime":"2026-11-20T02:00:00Z",
                "extra":{"tag":"{{{Tag}}}"},
                "_links":{}}
                """);
        });

        var run = await ToolRun.StartAsync($"summary {Bodies.SessionId} --server {server.Address} --api-version v8 --token T --format json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var properties = JsonElement.Parse(run.Out).GetProperty("session").GetProperty("additionalProperties");
        Assert.That(properties.GetProperty("extra").GetProperty("tag").GetString()!.ToCharArray(), Is.EqualTo(Tag.ToCharArray()));
    }

    private static JsonElement Extra(string output, string format)
    {
        if (format == "csv")
        {
            var rows = Csv.Read(output);
            return JsonElement.Parse(rows[1][rows[0].ToList().IndexOf("additionalProperties")]);
        }

        var root = JsonElement.Parse(output);
        return (format == "json" ? root[0] : root).GetProperty("additionalProperties");
    }
}
