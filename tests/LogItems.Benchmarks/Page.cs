using System.Globalization;
using System.Text;

namespace LogItems.Benchmarks;

/// <summary>The page that all sides read: 10,000 items as a v5 server writes them, 485 bytes each, the same in every run.</summary>
internal static class Page
{
    public const int Items = 10_000;

    private const string Host = "https://backup01.contoso.local:4443/v5/jobsessions";
    private const string Session = "859277ed-b238-458c-9dec-2830e45e15fc";

    private static readonly string[] Titles =
    [
        "[Success] Processing mailbox: user{0}@contoso.onmicrosoft.com",
        "[Success] Processing mailbox: user{0}@contoso.onmicrosoft.com",
        "[Success] Processing OneDrive: user{0}",
        "[Success] Item {0} backed up",
        "[Success] Processing team: Vertrieb Süd {0}",
        "[Warning] Nothing to process: list {0}",
        "[Warning] User was not found (ID: 7f0c8c1e-4b8f-4f1e-9a46-2d0a5b{0:D6})",
        "[Failed] Failed to process site {0}, https://contoso.sharepoint.com/sites/{0}.",
    ];

    public static byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Write());

    private static string Write()
    {
        var random = new Random(20261120);
        var json = new StringBuilder("{\"offset\":0,\"limit\":10000,\"results\":[");
        for (var item = 1; item <= Items; item++)
        {
            json.Append(item == 1 ? "" : ",").Append(Item(item, random));
        }

        return json.Append("],\"_links\":{\"next\":{\"href\":\"").Append(Host).Append("/logitems?offset=10000\"}}}").ToString();
    }

    private static string Item(int usn, Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        var id = new Guid(bytes);
        var title = string.Format(CultureInfo.InvariantCulture, Titles[random.Next(Titles.Length)], usn);
        var start = new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.FromHours(3)).AddTicks(usn * 1_234_567L);
        var end = start.AddTicks(random.Next(100_000_000));
        var links = $$$"""{"self":{"href":"{{{Host}}}/{{{Session}}}/logitems/{{{id}}}"},"jobsessions":{"href":"{{{Host}}}/{{{Session}}}"}}""";
        return $$"""{"id":"{{id}}","usn":{{usn}},"title":"{{title}}","creationTime":"{{start:O}}","endTime":"{{end:O}}","_links":{{links}}""" + "}";
    }
}
