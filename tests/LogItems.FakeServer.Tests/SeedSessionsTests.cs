using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests;

public sealed class SeedSessionsTests
{
    private const string V3Items = "JobSessions/be376069-2865-4156-a9bc-825cef7d687e/LogItems";

    [Test]
    public async Task V3_OneItemAsArray_IsThePrintedBody()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { V3OneItemAsArray = true });
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V3);

        var body = await http.GetTextAsync($"{V3Items}/e7668151-524f-4fa5-a30a-c647bf7ca8c5");

        Assert.That(body, Is.EqualTo(Printed(PrintedBodies.V3, PrintedBodies.V3Origin, server)));
    }

    [Test]
    public async Task V3_List_HoldsThePrintedItems()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V3);

        var page = await http.GetJsonAsync(V3Items);

        Assert.That(
            page.GetProperty("results").GetRawText(), Is.EqualTo(Printed(PrintedBodies.V3, PrintedBodies.V3Origin, server)));
    }

    [Test]
    public async Task V5_OneItem_IsThePrintedBody()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V5);

        var body = await http.GetTextAsync(
            "JobSessions/859277ed-b238-458c-9dec-2830e45e15fc/LogItems/6e61733d-738b-41e1-bd0d-d0b3340159d5");

        Assert.That(body, Is.EqualTo(Printed(PrintedBodies.V5, PrintedBodies.V5Origin, server)));
    }

    [Test]
    public void Create_Sessions_SpanTheirItems()
    {
        foreach (var session in SeedSessions.Create())
        {
            Assert.That(session.Items.Select(item => item.CreationTime), Is.All.GreaterThanOrEqualTo(session.CreationTime));
            Assert.That(session.Items.Select(item => item.EndTime), Is.All.LessThanOrEqualTo(session.EndTime!.Value));
            Assert.That(session.Status, Is.EqualTo("Success"));
        }
    }

    [Test]
    public void Create_Twice_SharesNothing()
    {
        SeedSessions.Create()[0].AddItem(TestData.Item(6));

        Assert.That(SeedSessions.Create()[0].Items, Has.Count.EqualTo(5));
    }

    private static string Printed(string body, string origin, FakeLogItemsServer server) =>
        JsonText.Compact(body.Replace(origin, server.BaseAddress.AbsoluteUri, StringComparison.Ordinal));
}
