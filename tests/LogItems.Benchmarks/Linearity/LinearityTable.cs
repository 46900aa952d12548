using System.Text;

namespace LogItems.Benchmarks;

/// <summary>Bodies that once took quadratic time, at 1, 4, 16 and 64 MB; four times the size should take four times the processor time.</summary>
internal static class LinearityTable
{
    private const int Runs = 3;
    private const int Megabyte = 1024 * 1024;
    private static readonly int[] Sizes = [1, 4, 16, 64];

    private static readonly Dictionary<string, Func<int, string>> Bodies = new()
    {
        ["spaces-between-items"] = size => $$"""{"results":[{{Item(1, "")}},{{new string(' ', size)}}{{Item(2, "")}}]}""",
        ["array-in-an-item"] = size => $$"""{"results":[{{Item(1, $$""","tags":[{{Repeat("1,", size)}}1]""")}}]}""",
        ["references-in-a-text"] =
            size => $$"""{"results":[{{Item(1, $$""","message":"{{Repeat("User (ID: 9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d) ", size)}}" """)}}]}""",
        ["items-with-one-id"] = size => $$"""{"results":[{{Repeat(Item(0, "") + ",", size)}}{{Item(0, "")}}]}""",
    };

    public static async Task RunAsync(Report report)
    {
        foreach (var (name, body) in Bodies)
        {
            foreach (var size in Sizes)
            {
                var bytes = Encoding.UTF8.GetBytes(body(size * Megabyte));
                var times = new List<double>();
                for (var run = 0; run < Runs; run++)
                {
                    times.Add(await ReadAsync(bytes));
                }

                report.Write($"linear.{name}.{size}mb", Report.Median(times), "0");
            }
        }
    }

    private static async Task<double> ReadAsync(byte[] body)
    {
        using var handler = new BodyHandler(body);
        using var httpClient = new HttpClient(handler) { BaseAddress = new Uri("https://backup.test/v8") };
        using var client = new LogItemsClient(httpClient, new() { MaxBufferSize = 256 * Megabyte });
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        await foreach (var item in client.GetLogItemsAsync(Guid.NewGuid()))
        {
            _ = item.References.Count;
        }

        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static string Item(int number, string more) => $$"""{"id":"{{new Guid(number, 0, 0, new byte[8])}}","usn":{{number}}{{more}}}""";

    private static string Repeat(string text, int size) => new StringBuilder(size).Insert(0, text, size / text.Length).ToString();
}
