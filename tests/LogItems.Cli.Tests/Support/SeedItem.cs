using System.Globalization;

namespace LogItems.Cli.Tests.Support;

/// <summary>The items that the reference page of v3 prints, with times in 7 digits.</summary>
internal sealed record SeedItem(string Id, int Usn, string Text, string StartedAt, string EndedAt)
{
    public const string Session = "be376069-2865-4156-a9bc-825cef7d687e";

    public static IReadOnlyList<SeedItem> All { get; } =
    [
        new("e7668151-524f-4fa5-a30a-c647bf7ca8c5", 1, "Job started at 4/4/2017 12:07:21 AM",
            "2017-04-04T00:07:21.3664166-07:00", "2017-04-04T00:07:21.3664166-07:00"),
        new("a6c7a35c-20e1-4cf9-931e-c1e060172b43", 2, "Connected to organization",
            "2017-04-04T00:07:21.3674143-07:00", "2017-04-04T00:07:25.3952173-07:00"),
        new("8bbea7df-f870-40c1-89a0-64dca53c1e03", 3, "Mailboxes enumerated",
            "2017-04-04T00:07:21.3674143-07:00", "2017-04-04T00:07:28.4514886-07:00"),
        new("45342637-79ab-4247-900e-c33c1cfb1274", 4, "3 mailboxes found",
            "2017-04-04T00:07:21.3674143-07:00", "2017-04-04T00:07:28.4544870-07:00"),
        new("a4d40d0e-cea8-40fa-93d9-202bffad855e", 5, "Processing mailbox: petep@eastsupport.onmicrosoft.com",
            "2017-04-04T00:07:25.3972468-07:00", "2017-04-04T00:07:37.1918670-07:00"),
    ];

    /// <summary>The item as one line of JSON.</summary>
    public string Json =>
        $$$"""
        {"id":"{{{Id}}}","usn":{{{Usn}}},"level":"Success","text":"{{{Text}}}","startedAt":"{{{StartedAt}}}","endedAt":"{{{EndedAt}}}",
        "links":{{{Links}}},"duration":"{{{Duration}}}","issues":[],"additionalProperties":{},"subject":{{{Subject}}},"cause":null}
        """.ReplaceLineEndings("");

    public string Duration =>
        (DateTimeOffset.Parse(EndedAt, CultureInfo.InvariantCulture) - DateTimeOffset.Parse(StartedAt, CultureInfo.InvariantCulture)).ToString("c");

    /// <summary>The fifth item is about a mailbox; the others are about none.</summary>
    public string Subject => Usn == 5
        ? """{"kind":"Mailbox","name":"petep@eastsupport.onmicrosoft.com","address":"petep@eastsupport.onmicrosoft.com","id":null}"""
        : "null";

    public static string Links => $$"""{"jobsessions":"/JobSessions/{{Session}}"}""";
}
