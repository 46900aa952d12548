namespace LogItems.Cli.Tests.Support;

/// <summary>Bodies of v8 as the contract describes them, for stub servers.</summary>
internal static class Bodies
{
    public const string SessionId = "859277ed-b238-458c-9dec-2830e45e15fc";

    public static readonly DateTimeOffset Time = new(2026, 11, 20, 1, 0, 0, TimeSpan.FromHours(3));

    /// <summary>A page of items; there is another one if <paramref name="hasNext"/>.</summary>
    public static string Page(bool hasNext, params string[] items)
    {
        var links = hasNext ? """{"self":{"href":"/v8/x"},"next":{"href":"/v8/y"}}""" : """{"self":{"href":"/v8/x"}}""";
        return $$"""{"offset":0,"limit":1000,"results":[{{string.Join(',', items)}}],"_links":{{links}}}""";
    }

    /// <summary>An item; the message is JSON text, with its quotes.</summary>
    public static string Item(int usn, string message = "\"Nothing to process\"", string type = "Success") =>
        $$$"""
        {"id":"00000000-0000-4000-8000-{{{usn:D12}}}","usn":{{{usn}}},"type":"{{{type}}}","message":{{{message}}},
        "creationTime":"2026-11-20T01:00:00.1000000+03:00","endTime":"2026-11-20T01:00:01.2000000+03:00","_links":{}}
        """;
}
