using Newtonsoft.Json;

namespace LogItems.Client.Tests.Models.Texts;

/// <summary>Texts of real servers, one a row of titles.tsv, with what a reader finds in them, in both forms of the wire.</summary>
/// <remarks>No v8 body is published: type and message are the level and the text that were printed as one title.</remarks>
public class TitleTests
{
    private static string Fixture => Path.Combine(Repository.Root, "tests", "LogItems.Client.Tests", "Models", "Texts", "titles.tsv");

    private static IEnumerable<TestCaseData> Rows =>
        from line in File.ReadLines(Fixture).Skip(1)
        let row = line.Split('\t')
        from version in new[] { ApiVersion.V3, ApiVersion.V7, ApiVersion.V8 }
        select new TestCaseData(version, row).SetArgDisplayNames($"{version}", row[1]);

    [TestCaseSource(nameof(Rows))]
    public async Task Item_TextOfARealServer_IsUnderstood(ApiVersion version, string[] row)
    {
        using var client = StubServer.Answering(Body(version, row[0], row[1]), version);
        var item = (await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.Level.ToString(), Is.EqualTo(row[0]));
            Assert.That(item.LevelText, Is.EqualTo(row[0]));
            Assert.That(item.Text, Is.EqualTo(row[1]));
            Assert.That(Parts(item), Is.EqualTo(row[2..]));
        }
    }

    [TestCaseSource(nameof(Rows))]
    public async Task Item_AnyLetterCase_IsUnderstoodAlike(ApiVersion version, string[] row)
    {
        using var client = StubServer.Answering(Body(version, row[0], row[1].ToUpperInvariant()), version);
        var item = (await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync()).Single();
        Assert.That(Parts(item), Is.EqualTo(new[] { row[2] }.Concat(row[3..].Select(part => part.ToUpperInvariant()))));
    }

    [Test]
    public async Task LevelText_WordNewerThanTheSdk_IsTheSameInBothForms([Values(ApiVersion.V3, ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        using var client = StubServer.Answering(Body(version, "Notice", "Throttled by the [Source]"), version);
        var item = (await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync()).Single();
        Assert.That((item.Level, item.LevelText, item.Text), Is.EqualTo((LogItemLevel.Unknown, "Notice", "Throttled by the [Source]")));
    }

    private static string Body(ApiVersion version, string level, string text)
    {
        const string Common = "\"id\":\"e7668151-524f-4fa5-a30a-c647bf7ca8c5\",\"usn\":1,\"creationTime\":\"2026-11-20T22:00:00Z\"";
        var form = version < ApiVersion.V8
            ? $"\"title\":{JsonConvert.ToString($"[{level}] {text}")}"
            : $"\"type\":{JsonConvert.ToString(level)},\"message\":{JsonConvert.ToString(text)}";
        return $"[{{{Common},{form}}}]";
    }

    private static string[] Parts(LogItem item) =>
        [$"{item.Subject?.Kind}", item.Subject?.Name ?? "", item.Subject?.Address ?? "", $"{item.Subject?.Id}", item.Cause ?? ""];
}
