using System.Net.Http.Json;
using System.Text.Json;

namespace LogItems.FakeServer.Tests.Support;

/// <summary>A plain HTTP client at one server and one version, as any caller could write it.</summary>
internal sealed class TestHttp : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="server">The server to talk to.</param>
    /// <param name="version">The version to speak.</param>
    /// <param name="keepCookies">Whether to send back the cookies that were set.</param>
    /// <param name="through">What sees every exchange; null for nothing.</param>
    public TestHttp(FakeLogItemsServer server, ApiVersion version, bool keepCookies = false, DelegatingHandler? through = null)
    {
        Version = version;
        Root = new Uri(server.BaseAddress, version.ToPathSegment() + "/");
        HttpMessageHandler network = new SocketsHttpHandler { UseCookies = keepCookies };
        if (through is not null)
        {
            through.InnerHandler = network;
            network = through;
        }

        _http = new HttpClient(network);
    }

    public ApiVersion Version { get; }

    /// <summary>The address of the version, with a slash at its end.</summary>
    public Uri Root { get; }

    /// <summary>The access token that requests carry.</summary>
    public string? Token { get; set; }

    public static async Task<TestHttp> LogInAsync(FakeLogItemsServer server, ApiVersion version)
    {
        var http = new TestHttp(server, version);
        var answer = await http.PostTokenAsync(http.PasswordForm());
        http.Token = (await ReadAsync(answer)).GetProperty("access_token").GetString();
        return http;
    }

    public Dictionary<string, string> PasswordForm(string username = "demo", string password = "demo")
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["username"] = username,
            ["password"] = password,
        };
        if (Version >= ApiVersion.V7)
        {
            form["disable_antiforgery_token"] = "true";
        }

        return form;
    }

    public Task<HttpResponseMessage> PostTokenAsync(IEnumerable<KeyValuePair<string, string>> form) =>
        PostAsync("token", new FormUrlEncodedContent(form));

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? content = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Root, path)) { Content = content });

    public Task<HttpResponseMessage> GetAsync(string path) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Root, path)));

    /// <summary>Gets JSON, and fails with the body where the status is another than 200.</summary>
    public async Task<JsonElement> GetJsonAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await ReadAsync(answer);
    }

    public async Task<string> GetTextAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Token is not null)
        {
            request.Headers.Authorization = new("Bearer", Token);
        }

        return _http.SendAsync(request);
    }

    public void Dispose() => _http.Dispose();
}
