using Newtonsoft.Json.Linq;

namespace LogItems.Benchmarks;

/// <summary>NSwag's client for Newtonsoft.Json reading a session page after page, as its users do.</summary>
internal sealed class NSwagDrain(ServerProcess server) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler()) { BaseAddress = new Uri(server.Address, "v8/") };

    public async Task SignInAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password", ["username"] = "demo", ["password"] = "demo", ["disable_antiforgery_token"] = "true",
        });
        using var response = await _http.PostAsync(new Uri("token", UriKind.Relative), form);
        var token = JObject.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        _http.DefaultRequestHeaders.Authorization = new("Bearer", (string?)token["access_token"]);
    }

    /// <summary>Sums up every property of every item.</summary>
    public async Task<ulong> RunAsync()
    {
        var client = new NSwagNewtonsoftJson.LogItemsClient(_http);
        var sum = default(Checksum);
        var offset = 0;
        NSwagNewtonsoftJson.LogItemPage page;
        do
        {
            page = await client.ListLogItemsAsync(server.SessionId, offset, Page.Items);
            foreach (var item in page.Results)
            {
                sum.Add(item.Id, item.Usn, item.Title, (int?)item.Type, item.Message, item.CreationTime, item.EndTime,
                    item._links!["self"].Href, item._links["jobsessions"].Href);
            }

            offset += page.Results.Count;
        }
        while (page._links!.ContainsKey("next"));
        return sum.Value;
    }

    public void Dispose() => _http.Dispose();
}
