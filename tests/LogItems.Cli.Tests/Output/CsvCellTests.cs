using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Output;

/// <summary>Through <c>list --format csv</c>, with text that a user of the backed-up organization has chosen.</summary>
internal sealed class CsvCellTests
{
    [TestCase("=HYPERLINK(\"http://x\",\"y\")", true)]
    [TestCase("+1", true)]
    [TestCase("-1", true)]
    [TestCase("@SUM(1)", true)]
    [TestCase("\t=1", true)]
    [TestCase("\r=1", true)]
    [TestCase("\n=1", true)]
    [TestCase("\u0000=1", true)]
    [TestCase("  =1+1", true)]
    [TestCase("＝1+1", true)]
    [TestCase("1=1", false)]
    [TestCase("", false)]
    [TestCase("   ", false)]
    [TestCase("a, \"b\"\r\nc", false)]
    [TestCase("Приглашение, zoë", false)]
    public async Task List_TextOfUsers_IsOneCellThatIsNoFormula(string text, bool isDefused)
    {
        await using var server = await StubServer.StartAsync(
            Bodies.Page(hasNext: false, Bodies.Item(1, System.Text.Json.JsonSerializer.Serialize(text))));

        var run = await ToolRun.StartAsync($"list {Bodies.SessionId} --server {server.Address} --api-version v8 --token T --format csv");

        var cells = Csv.Read(run.Out)[1];
        Assert.That(cells[3].Replace("\\u0000", "\0", StringComparison.Ordinal), Is.EqualTo(isDefused ? "'" + text : text));
        Assert.That((cells.Count, cells[2], cells[6]), Is.EqualTo((12, "Success", "{}")));
    }

    [Test]
    public async Task List_TextThatMovesACursorOrReversesText_IsWrittenOut()
    {
        const string Hostile = "a\u001b[2J\u0007b\u202ecba\u2066\u200ed\r\n\te";
        await using var server = await StubServer.StartAsync(
            Bodies.Page(hasNext: false, Bodies.Item(1, System.Text.Json.JsonSerializer.Serialize(Hostile))));

        var csv = await ListAsync("csv");
        var jsonl = await ListAsync("jsonl");

        Assert.That(Csv.Read(csv)[1][3], Is.EqualTo("a\\u001B[2J\\u0007b\\u202Ecba\\u2066\\u200Ed\r\n\te"));
        Assert.That(jsonl, Does.Contain("b\\u202Ecba\\u2066\\u200Ed"));
        Assert.That(System.Text.Json.JsonElement.Parse(jsonl).GetProperty("text").GetString(), Is.EqualTo(Hostile));

        async Task<string> ListAsync(string format) => (await ToolRun.StartAsync(
            $"list {Bodies.SessionId} --server {server.Address} --api-version v8 --token T --format {format}")).Out;
    }

    [Test]
    public async Task List_UnknownLevelThatIsAFormula_IsDefusedToo()
    {
        await using var server = await StubServer.StartAsync(Bodies.Page(hasNext: false, Bodies.Item(1, type: "=1+1")));

        var run = await ToolRun.StartAsync($"list {Bodies.SessionId} --server {server.Address} --api-version v8 --token T --format csv");

        Assert.That(Csv.Read(run.Out)[1][2], Is.EqualTo("'=1+1"));
    }
}
