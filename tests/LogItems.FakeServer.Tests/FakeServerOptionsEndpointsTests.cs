using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Tests;

/// <summary>Endpoints of the caller's own beside those of the API.</summary>
public class FakeServerOptionsEndpointsTests
{
    [Test]
    public async Task MapEndpoints_OwnPath_IsAnsweredWithoutFaultsAndIsNotARequestOfTheApi()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Faults = [new FakeFault(FakeFaultKind.Unavailable, 1)],
            MapEndpoints = endpoints => endpoints.Map("/health/{name}", http => http.Response.WriteAsync($"{http.Request.RouteValues["name"]} is well")),
        });
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = server.BaseAddress };

        var own = await http.GetStringAsync(new Uri("health/disk", UriKind.Relative));
        using var api = await http.GetAsync(new Uri("v8/ServiceInstance", UriKind.Relative));

        Assert.That(own, Is.EqualTo("disk is well"));
        Assert.That(server.Requests.Select(request => request.Path), Is.EqualTo(["/v8/ServiceInstance"]));
        Assert.That(server.UnmatchedRequests, Is.Empty);
    }

    [Test]
    public async Task MapEndpoints_PathOfNothing_IsStillUnmatched()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            AllowUnmatchedRequests = true,
            MapEndpoints = endpoints => endpoints.Map("/health", http => http.Response.WriteAsync("well")),
        });
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = server.BaseAddress };

        using var answer = await http.GetAsync(new Uri("healthy", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotImplemented));
        Assert.That(server.UnmatchedRequests, Has.Count.EqualTo(1));
    }
}
