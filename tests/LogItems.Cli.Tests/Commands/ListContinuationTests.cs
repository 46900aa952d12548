using LogItems.Cli.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace LogItems.Cli.Tests.Commands;

/// <summary>An interrupted list, and the token that reads the rest of it.</summary>
internal sealed class ListContinuationTests : FakeServerFixture
{
    [Test]
    public async Task List_Interrupted_NamesTheTokenThatReadsTheRest()
    {
        var isBroken = true;
        await using var server = await StubServer.StartAsync(async context =>
        {
            var offset = int.TryParse(context.Request.Query["offset"], out var number) ? number : 0;
            context.Response.StatusCode = offset > 0 && isBroken ? 403 : 200;
            var items = Enumerable.Range(1, 5).Skip(offset).Take(2).Select(usn => Bodies.Item(usn)).ToArray();
            await context.Response.WriteAsync(
                Bodies.Page(hasNext: offset + 2 < 5, items)
                    .Replace("\"offset\":0,\"limit\":1000", $"\"offset\":{offset},\"limit\":2", StringComparison.Ordinal));
        });
        var command = $"list {Bodies.SessionId} --format jsonl --server {server.Address} --api-version v8 --token T";

        var first = await ToolRun.StartAsync(command);
        isBroken = false;
        var advice = first.Error.Split('\n').Single(line => line.Contains("--continuation-token", StringComparison.Ordinal));
        var second = await ToolRun.StartAsync($"{command} --continuation-token {advice.Split(' ')[^1]}");

        Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((4, 0)), second.Error);
        Assert.That(first.Lines, Is.Not.Empty);
        Assert.That(first.JsonLines.Concat(second.JsonLines).Select(item => item.GetProperty("usn").GetInt32()), Is.EqualTo([1, 2, 3, 4, 5]));
    }

    [Test]
    public async Task List_InvalidToken_IsUsage()
    {
        var run = await RunAsync($"list {SeedItem.Session} --continuation-token nonsense");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("continuation token is not valid"));
    }
}
