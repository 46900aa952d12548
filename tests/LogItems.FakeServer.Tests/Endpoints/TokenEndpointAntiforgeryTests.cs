using System.Net;
using LogItems.FakeServer.Tests.Support;
using static LogItems.FakeServer.Tests.Support.TokenRequests;

namespace LogItems.FakeServer.Tests.Endpoints;

/// <summary>The parameter and the cookie against forged requests, since v7.</summary>
public sealed class TokenEndpointAntiforgeryTests
{
    [Test]
    public async Task AntiforgeryParameter_BeforeV7_IsRefused(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.V2ToV6))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = new TestHttp(server, version);

        using var answer = await http.PostTokenAsync(
            new Dictionary<string, string>(http.PasswordForm()) { ["disable_antiforgery_token"] = "true" });

        await AssertRefusedAsync(answer, "invalid_request");
    }

    [TestCase("yes")]
    [TestCase("")]
    public async Task AntiforgeryParameter_Malformed_IsRefused(string value)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        foreach (var version in VersionSource.FromV7)
        {
            using var http = new TestHttp(server, version);
            using var answer = await http.PostTokenAsync(
                new Dictionary<string, string>(http.PasswordForm()) { ["disable_antiforgery_token"] = value });
            await AssertRefusedAsync(answer, "invalid_request");
        }
    }

    [Test]
    public async Task AntiforgeryParameter_NotTrue_TokenOnlyWorksWithTheCookie(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.FromV7))] ApiVersion version, [Values(null, "false")] string? value)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var browser = new TestHttp(server, version, keepCookies: true);
        using var other = new TestHttp(server, version);
        var form = browser.PasswordForm();
        form.Remove("disable_antiforgery_token");
        if (value is not null)
        {
            form["disable_antiforgery_token"] = value;
        }

        using var answer = await browser.PostTokenAsync(form);
        var pair = await TestHttp.ReadAsync(answer);

        Assert.That(await StatusWithAsync(browser, pair), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusWithAsync(other, pair), Is.EqualTo(HttpStatusCode.Unauthorized));
        using var refused = await other.PostTokenAsync(RefreshForm(pair));
        await AssertRefusedAsync(refused, "invalid_grant");
        using var refreshed = await browser.PostTokenAsync(RefreshForm(pair));
        Assert.That(await StatusWithAsync(browser, await TestHttp.ReadAsync(refreshed)), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task AntiforgeryCookie_SwitchedOff_TokenWorksByItself(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.FromV7))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { RequiresAntiforgeryCookie = false });
        using var http = new TestHttp(server, version);
        var form = http.PasswordForm();
        form.Remove("disable_antiforgery_token");

        using var answer = await http.PostTokenAsync(form);

        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
        Assert.That(await StatusWithAsync(http, await TestHttp.ReadAsync(answer)), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task AntiforgeryParameter_True_SetsNoCookie(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.FromV7))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = new TestHttp(server, version);

        using var answer = await http.PostTokenAsync(http.PasswordForm());

        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
    }
}
