using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Fleets;

public class FleetCredentialTests
{
    private string _file = null!;

    [SetUp]
    public void CreateFile() => _file = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [Test]
    public async Task Client_PasswordRotatedAtServerAndInFile_SignsInWithTheNewOne()
    {
        await File.WriteAllTextAsync(_file, "first\nsecond line\n");
        var first = await FakeLogItemsServer.StartAsync(new() { Password = "first" });
        using var client = Server(first.BaseAddress).CreateClient();
        await client.GetJobsAsync().CountAsync();
        await first.DisposeAsync();

        await File.WriteAllTextAsync(_file, "rotated");
        await using var second = await FakeLogItemsServer.StartAsync(new() { Password = "rotated", Url = first.BaseAddress });
        await client.GetJobsAsync().CountAsync();

        Assert.That(SignIns(second), Is.EqualTo(new[] { 400, 400, 200 }), "The refresh token, the old password, the new one.");
    }

    [Test]
    public async Task Client_PasswordRefusedAndNotRotated_IsTriedOnce()
    {
        await File.WriteAllTextAsync(_file, "first");
        var first = await FakeLogItemsServer.StartAsync(new() { Password = "first" });
        using var client = Server(first.BaseAddress).CreateClient();
        await client.GetJobsAsync().CountAsync();
        await first.DisposeAsync();

        await using var second = await FakeLogItemsServer.StartAsync(new() { Password = "rotated", Url = first.BaseAddress });
        for (var poll = 0; poll < 3; poll++)
        {
            await Assert.ThrowsAsync<LogItemsAuthenticationException>(async () => await client.GetJobsAsync().CountAsync());
        }

        Assert.That(SignIns(second), Is.EqualTo(new[] { 400, 400 }), "The refresh token and the password, once for all polls.");
    }

    [Test]
    public async Task Client_FileMissing_ReportsTheFile()
    {
        File.Delete(_file);
        using var client = Server(new Uri("http://127.0.0.1:1")).CreateClient(options => options.Version = ApiVersions.Newest);

        var failure = (await Assert.ThrowsAsync<InvalidDataException>(async () => await client.GetJobsAsync().CountAsync()))!;

        Assert.That(failure.Message, Does.Contain(_file));
    }

    [Test]
    public async Task Client_VariableMissing_ReportsTheVariable()
    {
        var server = TestFleet.Server(new Uri("http://127.0.0.1:1")) with { Password = new(FleetPasswordSource.Environment, "LOGITEMS_NOT_SET") };
        using var client = server.CreateClient(options => options.Version = ApiVersions.Newest);

        var failure = (await Assert.ThrowsAsync<InvalidDataException>(async () => await client.GetJobsAsync().CountAsync()))!;

        Assert.That(failure.Message, Is.EqualTo("The environment variable LOGITEMS_NOT_SET is not set. Set it to the password."));
    }

    private FleetServer Server(Uri address) => TestFleet.Server(address, version: ApiVersions.Newest) with { Password = new(FleetPasswordSource.File, _file) };

    private static IEnumerable<int> SignIns(FakeLogItemsServer server) =>
        server.Requests.Where(request => request.Path.EndsWith("/token", StringComparison.OrdinalIgnoreCase)).Select(request => request.Status);
}
