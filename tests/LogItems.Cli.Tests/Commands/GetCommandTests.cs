using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class GetCommandTests : FakeServerFixture
{
    private static readonly FakeSession Retrieval = new()
    {
        Kind = FakeSessionKind.DataRetrieval,
        CreationTime = SeedSessions.Create()[0].CreationTime,
        Items = [new FakeLogItem { Usn = 1, Message = "Retrieval job started", CreationTime = SeedSessions.Create()[0].CreationTime }],
    };

    // As the page of v3 prints it: all items of the session where one was asked for.
    protected override FakeServerOptions Options => new() { Sessions = [.. SeedSessions.Create(), Retrieval], V3OneItemAsArray = true };

    [Test]
    public async Task Get_Jsonl_IsTheItemAskedFor([Values] ApiVersion version)
    {
        var wanted = SeedItem.All[2];

        var run = await RunAsync($"get {SeedItem.Session} {wanted.Id} --format jsonl --api-version {version}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, wanted.Json + "\n")));
    }

    [Test]
    public async Task Get_Json_IsAnArrayLikeThatOfList()
    {
        var run = await RunAsync($"get {SeedItem.Session} {SeedItem.All[0].Id} --format json");

        Assert.That(run.Out, Is.EqualTo($"[\n{SeedItem.All[0].Json}\n]\n"));
    }

    [Test]
    public async Task Get_DataRetrieval_ReadsTheOtherResource()
    {
        var run = await RunAsync($"get {Retrieval.Id} {Retrieval.Items[0].Id} --data-retrieval --format jsonl");

        Assert.That(run.JsonLines.Single().GetProperty("text").GetString(), Is.EqualTo("Retrieval job started"));
    }

    [TestCase("list 859277ed-b238-458c-9dec-2830e45e15fc")]
    [TestCase("get 859277ed-b238-458c-9dec-2830e45e15fc 6e61733d-738b-41e1-bd0d-d0b3340159d5")]
    public async Task Run_DataRetrievalBeforeV6_IsRefusedBeforeAnyRequest(string command)
    {
        var before = Server.Requests.Count;

        var run = await RunAsync($"{command} --data-retrieval --api-version v5");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("v5").And.Contain("v6"));
        Assert.That(Server.Requests, Has.Count.EqualTo(before));
    }

    [Test]
    public async Task Get_UnknownItem_SaysWhich()
    {
        var unknown = "11111111-2222-3333-4444-555555555555";

        var run = await RunAsync($"get {SeedItem.Session} {unknown}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((4, "")));
        Assert.That(run.Error, Does.Contain(unknown));
    }
}
