using System.Net;
using LogItems.FakeServer;

namespace LogItems.Client.Tests.Authentication;

/// <summary>A token belongs to the server, not to the version that it was requested in: an upgrade costs no sign-in.</summary>
public class TokenAcrossVersionsTests
{
    [Test]
    public async Task SendAsync_OtherVersionThanBefore_KeepsTheToken()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var client = new HttpClient(
            new AuthenticationHandler(server.BaseAddress, new PasswordCredential("demo", "demo")) { InnerHandler = new SocketsHttpHandler() });

        foreach (var version in ApiVersions.All.Reverse().Concat(ApiVersions.All))
        {
            using var response = await client.GetAsync(new Uri(server.BaseAddress, $"{version.ToPathSegment()}/JobSessions"));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), version.ToString());
        }

        Assert.That(server.Requests.Count(request => request.Operation == "CreateToken"), Is.EqualTo(1));
    }
}
