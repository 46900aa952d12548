using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace LogItems.Benchmarks;

/// <summary>What programs need to read the session of a server.</summary>
internal sealed class ServerAccess
{
    private readonly ServerProcess _server;
    private readonly string _token;

    private ServerAccess(ServerProcess server, string token) => (_server, _token) = (server, token);

    /// <summary>The environment variables of the tool.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["LOGITEMS_SERVER"] = _server.Address.AbsoluteUri,
        ["LOGITEMS_API_VERSION"] = "v8",
        ["LOGITEMS_TOKEN"] = _token,
    };

    /// <summary>Gets a token, so that no program has to.</summary>
    public static async Task<ServerAccess> SignInAsync(ServerProcess server)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password", ["username"] = "demo", ["password"] = "demo", ["disable_antiforgery_token"] = "true",
        });
        using var response = await http.PostAsync(new Uri(server.Address, "v8/token"), form);
        var body = JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
        return new ServerAccess(server, (string)body["access_token"]!);
    }

    /// <summary>A configuration of curl that gets all pages on one connection.</summary>
    public string CurlConfiguration(int items, int pageSize)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"header = \"Authorization: Bearer {_token}\"\n");
        for (var offset = 0; offset < items; offset += pageSize)
        {
            text.Append(
                CultureInfo.InvariantCulture, $"url = \"{_server.Address}v8/JobSessions/{_server.SessionId}/LogItems?offset={offset}&limit={pageSize}\"\n");
        }

        return text.ToString();
    }

    /// <summary>The identifier of an item.</summary>
    public async Task<string> FirstItemAsync()
    {
        using var client = new LogItemsClient(_server.Address, new AccessTokenCredential(_token));
        await foreach (var item in client.GetLogItemsAsync(_server.SessionId))
        {
            return item.Id.ToString();
        }

        throw new InvalidOperationException("The session has no items.");
    }
}
