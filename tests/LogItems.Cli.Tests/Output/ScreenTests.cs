using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Output;

/// <summary>Through <c>list</c>: what a mail subject can do to the terminal of an administrator.</summary>
internal sealed class ScreenTests
{
    [TestCase("\"\\u001B[2J\\u001B]0;pwned\\u0007\"", "\\u001B[2J\\u001B]0;pwned\\u0007")]
    [TestCase("\"one\\r\\ntwo\\tthree\"", "one\\r\\ntwo\\tthree")]
    [TestCase("\"\\u009B31m\"", "\\u009B31m")]
    [TestCase("\"exe.\\u202Etxt\"", "exe.\\u202Etxt")]
    [TestCase("\"two\\u2028lines\"", "two\\u2028lines")]
    [TestCase("\"[red]not markup[/] [[\"", "[red]not markup[/] [[")]
    [TestCase("\"C:\\\\backup\"", "C:\\backup")]
    [TestCase("\"zoë 日本 👩‍💻\"", "zoë 日本 👩‍💻")]
    public async Task List_TextOfUsers_ReachesTheTerminalHarmless(string json, string shown)
    {
        await using var server = await StubServer.StartAsync(Bodies.Page(hasNext: false, Bodies.Item(1, json)));
        var args = $"list {Bodies.SessionId} --server {server.Address} --api-version v8 --token T".Split(' ');

        var plain = await ToolRun.StartAsync(args);
        var colored = await ToolRun.StartAsync(args, colors: true);

        Assert.That(plain.Lines[1], Does.EndWith($"  {shown}"));
        Assert.That(colored.Lines[1], Does.EndWith($"  {shown}"));
        Assert.That(colored.Lines[1].Count(c => c == '\u001B'), Is.EqualTo(2), "the color of the level, and its end");
        Assert.That(plain.Out, Has.None.EqualTo('\u001B'));
    }

    [Test]
    public async Task List_LongText_IsNeitherCutNorWrapped([Values] bool colors)
    {
        var text = string.Join(' ', Enumerable.Repeat("Item has been changed during the backup", 500));
        await using var server = await StubServer.StartAsync(Bodies.Page(hasNext: false, Bodies.Item(1, $"\"{text}\"")));

        var run = await ToolRun.StartAsync(
            $"list {Bodies.SessionId} --server {server.Address} --api-version v8 --token T".Split(' '), colors: colors);

        Assert.That(run.Lines, Has.Count.EqualTo(2));
        Assert.That(run.Lines[1], Does.EndWith(text));
    }

    [Test]
    public async Task Failure_TextOfTheServer_HasNoControlCharacters()
    {
        await using var server = await StubServer.StartAsync("""{"message":"No \u001B[2J session"}""", 404);

        var run = await ToolRun.StartAsync($"list {Bodies.SessionId} --server {server.Address} --api-version v8 --token T");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain("No [2J session"));
        Assert.That(run.Error, Has.None.EqualTo('\u001B'));
    }
}
