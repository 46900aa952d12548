using System.Net;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests.Endpoints;

public sealed class LogoutEndpointTests
{
    [TestCase(ApiVersion.V7, HttpStatusCode.OK)]
    [TestCase(ApiVersion.V8, HttpStatusCode.NoContent)]
    public async Task Logout_WithToken_EndsBothTokens(ApiVersion version, HttpStatusCode expected)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = new TestHttp(server, version);
        using var login = await http.PostTokenAsync(http.PasswordForm());
        var pair = await TestHttp.ReadAsync(login);
        http.Token = pair.GetProperty("access_token").GetString();

        using var answer = await http.PostAsync("token/logout");

        Assert.That(answer.StatusCode, Is.EqualTo(expected));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty);
        using var afterwards = await http.GetAsync("JobSessions");
        Assert.That(afterwards.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        using var refresh = await http.PostTokenAsync(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = pair.GetProperty("refresh_token").GetString()!,
        });
        Assert.That(refresh.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Logout_WithoutToken_IsUnauthorized(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.FromV7))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = new TestHttp(server, version);

        using var answer = await http.PostAsync("token/logout");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Logout_BeforeV7_IsNotFound([ValueSource(typeof(VersionSource), nameof(VersionSource.V2ToV6))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, version);

        using var answer = await http.PostAsync("token/logout");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
