namespace LogItems.Benchmarks;

/// <summary>NSwag's client for Newtonsoft.Json: the method by which it reads every response.</summary>
internal sealed class NSwagNewtonsoftSide : Side
{
    private readonly Door _client = new();

    public override object Decode() => _client.Read();

    public override ulong Sum(object page)
    {
        var sum = default(Checksum);
        foreach (var item in ((NSwagNewtonsoftJson.LogItemPage)page).Results)
        {
            sum.Add(item.Id, item.Usn, item.Title, (int?)item.Type, item.Message, item.CreationTime, item.EndTime,
                item._links!["self"].Href, item._links["jobsessions"].Href);
        }

        return sum.Value;
    }

    private sealed class Door() : NSwagNewtonsoftJson.LogItemsClient(httpClient: null!)
    {
        private static readonly Dictionary<string, IEnumerable<string>> NoHeaders = [];

        public NSwagNewtonsoftJson.LogItemPage Read()
        {
            using var response = new HttpResponseMessage { Content = new ByteArrayContent(Page.Bytes) };
            return ReadObjectResponseAsync<NSwagNewtonsoftJson.LogItemPage>(response, NoHeaders, CancellationToken.None).GetAwaiter().GetResult().Object;
        }
    }
}
