using Newtonsoft.Json;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests.Models;

/// <summary>Links as servers print them, and as no server should.</summary>
internal sealed class ResourceLinkTests
{
    private const string Session = "/JobSessions/be376069-2865-4156-a9bc-825cef7d687e";

    [TestCase("https://backup.contoso.local:4443/v2/JobSessions/be376069-2865-4156-a9bc-825cef7d687e", Session)]
    [TestCase("https://backup.contoso.local:4443/v5/jobsessions/be376069-2865-4156-a9bc-825cef7d687e/logitems", Session + "/LogItems")]
    [TestCase("/v6/JOBSESSIONS/be376069-2865-4156-a9bc-825cef7d687e/logItems?offset=30&limit=30", Session + "/LogItems")]
    [TestCase("v8/jobSessions/be376069-2865-4156-a9bc-825cef7d687e", Session)]
    [TestCase("/v10/jobsessions/be376069-2865-4156-a9bc-825cef7d687e", Session)]
    [TestCase("/jobsessions/", "/JobSessions/")]
    [TestCase("https://backup.contoso.local:4443/v3/jobsessions/be376069-2865-4156-a9bc-825cef7d687e/log", Session + "/LogItems")]
    [TestCase("/v2/JobSessions/be376069-2865-4156-a9bc-825cef7d687e/LOG", Session + "/LogItems")]
    [TestCase("/v2/Jobs/be376069-2865-4156-a9bc-825cef7d687e/log", "/Jobs/be376069-2865-4156-a9bc-825cef7d687e/log")]
    [TestCase("/log", "/log")]
    [TestCase("v6/historysettings", "/historysettings")]
    [TestCase("/v8/jobs/00b96531-1a68-4c90-a398-91141ffedb3b/JOBSESSIONS", "/Jobs/00b96531-1a68-4c90-a398-91141ffedb3b/JobSessions")]
    [TestCase("/v6/dataRetrievalSessions/be376069-2865-4156-a9bc-825cef7d687e", "/DataRetrievalSessions/be376069-2865-4156-a9bc-825cef7d687e")]
    [TestCase("/v8/jobsessions/be376069-2865-4156-a9bc-825cef7d687e/processedobjects", Session + "/ProcessedObjects")]
    [TestCase("/v8", "")]
    [TestCase("?offset=30", "/")]
    public async Task Path_AnySpelling_IsBelowTheVersionInTheContractsSpelling(string href, string path)
    {
        var link = (await ReadAsync(href)).Links["self"];

        Assert.That((link.Href, link.Path), Is.EqualTo((href, path)));
    }

    [TestCase("/v8/JobSessions", "https://backup/v8/JobSessions", true)]
    [TestCase("v8/JobSessions", "https://backup/v8/JobSessions", true)]
    [TestCase(
        "https://backup/v3/jobsessions/be376069-2865-4156-a9bc-825cef7d687e/log",
        "https://backup/v3/jobsessions/be376069-2865-4156-a9bc-825cef7d687e/LogItems",
        true)]
    [TestCase("HTTPS://BACKUP:443/v8/JobSessions", "https://backup/v8/JobSessions", true)]
    [TestCase("http://backup/v8/JobSessions", "http://backup/v8/JobSessions", false)]
    [TestCase("https://elsewhere/v8/JobSessions", "https://elsewhere/v8/JobSessions", false)]
    [TestCase("//elsewhere/v8/JobSessions", "https://elsewhere/v8/JobSessions", false)]
    public async Task Address_OfAServersLink_TellsWhetherItStaysThere(string href, string address, bool isOnServer)
    {
        var link = (await ReadAsync(href)).Links["self"];

        Assert.That((link.Address?.AbsoluteUri, link.IsOnServer), Is.EqualTo((address, isOnServer)));
    }

    [TestCase("mailto:operator@contoso.com")]
    [TestCase("urn:uuid:be376069-2865-4156-a9bc-825cef7d687e")]
    [TestCase("data:text/plain,x")]
    [TestCase("javascript:alert(1)")]
    [TestCase("file:///etc/hostname")]
    [TestCase("ftp://backup/v8")]
    [TestCase("c:\\windows")]
    [TestCase("about:blank")]
    [TestCase("http:")]
    [TestCase("https:")]
    [TestCase("http://")]
    [TestCase("https://:4443/")]
    [TestCase("http://[::1/")]
    [TestCase("https://backup:99999/")]
    [TestCase(":")]
    [TestCase("//")]
    [TestCase("//:80/")]
    public async Task Links_AddressThatLeadsNowhere_IsAnIssueOfItsItem(string href)
    {
        var item = await ReadAsync(href);

        Assert.That(item.Links, Is.Empty);
        Assert.That(item.Issues.Single(), Is.EqualTo(new UnreadableValue("_links.self.href", href)));
        Assert.That(item.Text, Is.EqualTo("Mailbox was not found"));
    }

    /// <summary>Two items, so that the second is read after the pattern of the first.</summary>
    private static async Task<LogItem> ReadAsync(string href)
    {
        using var stub = new MockHttpMessageHandler();
        stub.When("https://backup/v8/JobSessions/*/LogItems").Respond("application/json", $$"""{ "results": [{{Item(1)}},{{Item(2)}}] }""");
        using var http = new HttpClient(stub) { BaseAddress = new Uri("https://backup/v8") };
        using var client = new LogItemsClient(http);

        var items = await client.GetLogItemsAsync(Guid.Parse("be376069-2865-4156-a9bc-825cef7d687e")).ToListAsync();

        Assert.That(items, Has.Count.EqualTo(2));
        Assert.That(items[0].Links.Keys, Is.EqualTo(items[1].Links.Keys));
        Assert.That(items[0].Issues, Is.EqualTo(items[1].Issues));
        return items[1];

        string Item(int number) => $$"""
            {
              "id": "00000000-0000-4000-8000-00000000000{{number}}",
              "usn": {{number}},
              "type": "Warning",
              "message": "Mailbox was not found",
              "creationTime": "2026-11-20T01:00:00Z",
              "endTime": "2026-11-20T01:00:01Z",
              "_links": { "self": { "href": {{JsonConvert.ToString(href)}} } }
            }
            """;
    }
}
