using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests;

public class LogItemsClientOptionsTests
{
    [Test]
    public async Task Options_ChangedAfterTheClientWasCreated_ChangeNothing()
    {
        using var stub = StubServer.Create();
        stub.When($"{StubServer.Address}/v8/JobSessions/*/LogItems").Respond("application/json", """{ "results": [] }""");
        using var http = stub.ToHttpClient();
        http.BaseAddress = new Uri(StubServer.Address);
        var options = new LogItemsClientOptions { Version = ApiVersion.V8 };
        using var client = new LogItemsClient(http, options);
        options.MaxBufferSize = 0;
        options.PageSize = -1;
        Assert.That(await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync(), Is.Empty);
    }
}
