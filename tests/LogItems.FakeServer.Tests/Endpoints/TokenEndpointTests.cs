using System.Net;
using System.Net.Http.Json;
using System.Text;
using LogItems.FakeServer.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using static LogItems.FakeServer.Tests.Support.TokenRequests;

namespace LogItems.FakeServer.Tests.Endpoints;

public sealed class TokenEndpointTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Password_Right_AnswersAPairThatWorks(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions
        {
            Username = @"CONTOSO\operator",
            Password = "pa ss&word=+ü",
            TokenLifetime = TimeSpan.FromMinutes(5),
            TimeProvider = new FakeTimeProvider(Start),
        });
        using var http = new TestHttp(server, version);

        using var answer = await http.PostTokenAsync(http.PasswordForm(@"CONTOSO\operator", "pa ss&word=+ü"));

        var pair = await TestHttp.ReadAsync(answer);
        Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(pair.Names(), Is.EqualTo(new[]
        {
            "access_token", "token_type", "refresh_token", "expires_in", ".issued", ".expires", "userName",
        }));
        Assert.That(pair.GetProperty("token_type").GetString(), Is.EqualTo("bearer"));
        Assert.That(pair.GetProperty("expires_in").GetInt32(), Is.EqualTo(300));
        Assert.That(pair.GetProperty(".issued").GetString(), Is.EqualTo("Fri, 20 Nov 2026 10:00:00 GMT"));
        Assert.That(pair.GetProperty(".expires").GetString(), Is.EqualTo("Fri, 20 Nov 2026 10:05:00 GMT"));
        Assert.That(pair.GetProperty("userName").GetString(), Is.EqualTo(@"CONTOSO\operator"));
        Assert.That(await StatusWithAsync(http, pair), Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("demo", "wrong")]
    [TestCase("wrong", "demo")]
    [TestCase("Demo", "demo")]
    public async Task Password_Wrong_IsInvalidGrant(string username, string password)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        foreach (var version in ApiVersions.All)
        {
            using var http = new TestHttp(server, version);
            using var answer = await http.PostTokenAsync(http.PasswordForm(username, password));
            await AssertRefusedAsync(answer, "invalid_grant");
        }
    }

    [TestCase("", "invalid_request")]
    [TestCase("username=demo&password=demo", "invalid_request")]
    [TestCase("grant_type=password&username=demo", "invalid_request")]
    [TestCase("grant_type=password&password=demo", "invalid_request")]
    [TestCase("grant_type=password&username=demo&username=demo&password=demo", "invalid_request")]
    [TestCase("grant_type=refresh_token", "invalid_request")]
    [TestCase("grant_type=client_credentials", "unsupported_grant_type")]
    public async Task Form_Malformed_IsRefused(string form, string error)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        foreach (var version in ApiVersions.All)
        {
            using var http = new TestHttp(server, version);
            using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
            using var answer = await http.PostAsync("token", content);
            await AssertRefusedAsync(answer, error);
        }
    }

    [Test]
    public async Task Body_OfJson_IsRefused([ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = new TestHttp(server, version);

        using var answer = await http.PostAsync("token", JsonContent.Create(http.PasswordForm()));

        await AssertRefusedAsync(answer, "invalid_request");
    }

    [Test]
    public async Task Token_OfOneVersion_WorksOnAllOthers([ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = new TestHttp(server, version);
        using var answer = await http.PostTokenAsync(http.PasswordForm());
        var pair = await TestHttp.ReadAsync(answer);

        foreach (var other in ApiVersions.All)
        {
            using var otherHttp = new TestHttp(server, other);
            Assert.That(await StatusWithAsync(otherHttp, pair), Is.EqualTo(HttpStatusCode.OK), other.ToString());
        }
    }

    [Test]
    public async Task Refresh_Once_AnswersANewPairAndSpendsTheToken(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = new TestHttp(server, version);
        var first = await LogInAsync(http);

        using var answer = await http.PostTokenAsync(RefreshForm(first, version));
        var second = await TestHttp.ReadAsync(answer);
        using var again = await http.PostTokenAsync(RefreshForm(first, version));

        foreach (var token in new[] { "access_token", "refresh_token" })
        {
            Assert.That(second.GetProperty(token).GetString(), Is.Not.EqualTo(first.GetProperty(token).GetString()));
        }

        Assert.That(await StatusWithAsync(http, second), Is.EqualTo(HttpStatusCode.OK));
        await AssertRefusedAsync(again, "invalid_grant");
    }

    [Test]
    public async Task Refresh_ManyAtOnce_OnlyOneSucceeds()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = new TestHttp(server, ApiVersion.V8);
        var pair = await LogInAsync(http);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => http.PostTokenAsync(RefreshForm(pair, ApiVersion.V8))));

        Assert.That(answers.Count(answer => answer.IsSuccessStatusCode), Is.EqualTo(1));
    }

    [Test]
    public async Task Refresh_WithAnAccessToken_IsRefused()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = new TestHttp(server, ApiVersion.V5);
        var pair = await LogInAsync(http);

        using var answer = await http.PostTokenAsync(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = pair.GetProperty("access_token").GetString()!,
        });

        await AssertRefusedAsync(answer, "invalid_grant");
    }

    [Test]
    public async Task Token_PastItsLifetime_ExpiresAndCanBeRefreshed(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        var clock = new FakeTimeProvider(Start);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { TimeProvider = clock });
        using var http = new TestHttp(server, version);
        var pair = await LogInAsync(http);

        clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromTicks(1));
        Assert.That(await StatusWithAsync(http, pair), Is.EqualTo(HttpStatusCode.OK));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.That(await StatusWithAsync(http, pair), Is.EqualTo(HttpStatusCode.Unauthorized));

        using var answer = await http.PostTokenAsync(RefreshForm(pair, version));
        Assert.That(await StatusWithAsync(http, await TestHttp.ReadAsync(answer)), Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Basic ZGVtbzpkZW1v")]
    [TestCase("Bearer")]
    [TestCase("Bearer ")]
    public async Task Authorization_OfAnotherForm_IsUnauthorized(string header)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = new TestHttp(server, ApiVersion.V8);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(http.Root, "JobSessions"));
        request.Headers.TryAddWithoutValidation("Authorization", header);

        using var answer = await http.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
