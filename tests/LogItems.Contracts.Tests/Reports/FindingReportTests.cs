using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Reports;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Tests.Reports;

public class FindingReportTests
{
    private static readonly Location Base = new("/components/schemas/A|B/properties/title", 8, 5, "old.yaml");
    private static readonly Location Revision = new("/components/schemas/A|B/properties/text", 9, 7, "open api/new,1.yaml");

    private static readonly Finding Renamed = new(
        "response-property-renamed", FindingLevel.Error, "A|B.text: Renamed. Was: \"title\" <b> 100%;\nis: \u001b[31mtext\u0000.", Revision)
    {
        Change = new Change(FindingLevel.Error, FindingLevel.Warn, Base, Revision, "title", "text")
        {
            Operations = ["GET /a", "GET /b", "GET /c", "GET /d", "GET /e"],
        },
        Versions = ["v7", "v8"],
    };

    private static readonly Finding Note = new("api-tag-added", FindingLevel.Info, "GET /a: Tagged.", Revision)
    {
        Change = new Change(FindingLevel.Info, FindingLevel.None, Base, Revision, null, "tag"),
    };

    private static readonly Finding Waived = Renamed with
    {
        RuleId = "response-property-moved",
        Waiver = new Waiver("response-property-moved", "/**", "Nobody reads it.", new DateOnly(2026, 12, 31), Base),
    };

    private static readonly FindingReport Report = new("contract diff old.yaml new.yaml", [Renamed, Note, Waived]);

    [TestCase(FindingLevel.Error, new[] { FindingLevel.Error }, true)]
    [TestCase(FindingLevel.Error, new[] { FindingLevel.Warn }, false)]
    [TestCase(FindingLevel.Warn, new[] { FindingLevel.Warn }, true)]
    [TestCase(FindingLevel.Info, new[] { FindingLevel.None }, false)]
    [TestCase(FindingLevel.Info, new[] { FindingLevel.None, FindingLevel.Info }, true)]
    [TestCase(FindingLevel.None, new[] { FindingLevel.Error }, false)]
    public void HasFailed_Level_DependsOnTheThreshold(FindingLevel failOn, FindingLevel[] found, bool fails)
    {
        var findings = found.Select(level => Note with { Level = level }).ToList();

        Assert.That(new FindingReport("t", findings) { FailOn = failOn }.HasFailed, Is.EqualTo(fails));
    }

    [Test]
    public void HasFailed_Waived_DoesNotCount()
    {
        Assert.That(new FindingReport("t", [Waived]).HasFailed, Is.False);
    }

    [Test]
    public void Write_Text_LinksThePlacesAndMovesNoCursor()
    {
        var lines = Write(ReportFormat.Text).TrimEnd('\n').Split('\n');

        Assert.That(lines[0], Does.StartWith(
            "open api/new,1.yaml:9:7: error response-property-renamed [wire error, sdk warn]: A|B.text: Renamed. Was: \"title\" <b> 100%; is: "));
        Assert.That(lines[1..4], Is.EqualTo(["    base: old.yaml:8:5", "    in: GET /a, GET /b, GET /c and 2 more", "    versions: v7, v8"]));
        Assert.That(lines, Has.Member("    waived until 2026-12-31: Nobody reads it."));
        Assert.That(lines[^1], Is.EqualTo("1 error, 1 note, 1 waived."));
        Assert.That(lines.SelectMany(line => line), Has.None.Matches<char>(char.IsControl));
    }

    [TestCaseSource(nameof(Formats))]
    public void Write_AnyFormat_MovesNoCursorAndHidesNothing(ReportFormat format)
    {
        const string Hostile = "a\u001b]0;x\u0007\u0000\u0085\u202ecba\u2066d\u200e\u2028\u00ad\ufeff";
        var place = new Location($"/{Hostile}", 1, 1, Hostile);
        var hostile = new Finding("api-tag-added", FindingLevel.Error, Hostile, place)
        {
            Change = new Change(FindingLevel.Error, FindingLevel.Error, place, place, Hostile, Hostile) { Operations = [Hostile] },
        };

        var written = Write(format, new FindingReport(Hostile, [hostile, hostile with { Waiver = new Waiver("r", "/**", Hostile, default, place) }]));

        Assert.That(written.EnumerateRunes().Where(rune => rune.Value != '\n' && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator), Is.Empty);
        if (format == ReportFormat.Json)
        {
            Assert.That(JsonElement.Parse(written).GetProperty("findings")[0].GetProperty("message").GetString(), Is.EqualTo(Hostile));
        }
    }

    [Test]
    public void Write_Json_KeepsToItsSchema()
    {
        var written = JsonElement.Parse(Write(ReportFormat.Json));

        Assert.That(SchemaErrors(written), Is.Empty);
        var first = written.GetProperty("findings")[0];
        Assert.That(written.GetProperty("failed").GetBoolean());
        Assert.That(first.GetProperty("message").GetString(), Is.EqualTo(Renamed.Message));
        Assert.That(
            new[] { "rule", "wire", "sdk", "was", "is" }.Select(name => first.GetProperty(name).GetString()),
            Is.EqualTo(["response-property-renamed", "error", "warn", "title", "text"]));
        Assert.That(first.GetProperty("base").GetProperty("pointer").GetString(), Is.EqualTo(Base.Pointer));
        Assert.That(written.GetProperty("findings")[2].GetProperty("waiver").GetProperty("expires").GetString(), Is.EqualTo("2026-12-31"));
    }

    [Test]
    public void JsonSchema_ReportThatLacksAPart_DoesNotKeepToIt()
    {
        Assert.That(SchemaErrors(JsonElement.Parse("""{"title": "t", "failed": true, "findings": [{"rule": "r"}]}""")), Is.Not.Empty);
    }

    [Test]
    public void Write_Markdown_EscapesWhatWouldBreakTheTable()
    {
        var lines = Write(ReportFormat.Markdown).Split('\n');

        var row = lines.Single(line => line.Contains("`response-property-renamed`"));
        Assert.That(row, Does.StartWith("| **error** | warn | `response-property-renamed` | A\\|B.text: Renamed. Was: \"title\" \\<b> 100%; is: "));
        Assert.That(row.Replace("\\|", "", StringComparison.Ordinal).Count(unit => unit == '|'), Is.EqualTo(6));
        Assert.That(lines.Count(line => line.StartsWith("| ~~error~~ | ~~warn~~ |", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void Write_Junit_FailsWhatFailsTheCheckAndSkipsWhatIsWaived()
    {
        var suite = XDocument.Parse(Write(ReportFormat.Junit)).Root!.Element("testsuite")!;

        Assert.That(
            new[] { "tests", "failures", "skipped" }.Select(name => (string?)suite.Attribute(name)), Is.EqualTo(["3", "1", "1"]));
        var cases = suite.Elements("testcase").ToList();
        Assert.That(cases.Select(item => item.Elements().SingleOrDefault()?.Name.LocalName), Is.EqualTo(["failure", null, "skipped"]));
        Assert.That((string?)cases[0].Element("failure")!.Attribute("message"), Does.Contain("<b> 100%"));
    }

    [Test]
    public void Write_JunitWithoutFindings_HasATestThatPassed()
    {
        var suite = XDocument.Parse(Write(ReportFormat.Junit, new FindingReport("t", []))).Root!.Element("testsuite")!;

        Assert.That(suite.Elements("testcase").Single().Elements(), Is.Empty);
        Assert.That((string?)suite.Attribute("tests"), Is.EqualTo("1"));
    }

    [Test]
    public void Write_Sarif_HasRegionsRulesAndSuppressions()
    {
        var run = JsonNode.Parse(Write(ReportFormat.Sarif))!["runs"]![0]!;

        var results = run["results"]!.AsArray();
        var place = results[0]!["locations"]![0]!["physicalLocation"]!;
        Assert.That((string?)place["artifactLocation"]!["uri"], Is.EqualTo("open%20api/new%2C1.yaml"));
        Assert.That(((int)place["region"]!["startLine"]!, (int)place["region"]!["startColumn"]!), Is.EqualTo((9, 7)));
        Assert.That(results.Select(result => (string?)result!["level"]), Is.EqualTo(["error", "note", "error"]));
        Assert.That(results.Select(result => result!["suppressions"] is not null), Is.EqualTo([false, false, true]));
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        foreach (var result in results)
        {
            Assert.That((string?)rules[(int)result!["ruleIndex"]!]!["id"], Is.EqualTo((string?)result["ruleId"]));
        }
    }

    [Test]
    public void Write_Sarif_FingerprintOutlivesMovedLinesOnly()
    {
        var moved = Renamed with { Location = Revision with { Line = 99 }, Change = Renamed.Change! with { Revision = Revision with { Line = 99 } } };
        var other = Renamed with { Change = Renamed.Change! with { Is = "caption" } };

        Assert.That(Fingerprint(moved), Is.EqualTo(Fingerprint(Renamed)));
        Assert.That(Fingerprint(other), Is.Not.EqualTo(Fingerprint(Renamed)));

        static string Fingerprint(Finding finding) => (string)JsonNode.Parse(Write(ReportFormat.Sarif, new FindingReport("t", [finding])))!
            ["runs"]![0]!["results"]![0]!["partialFingerprints"]!["finding/v1"]!;
    }

    [Test]
    public void Write_Github_EscapesCommandsAndLeavesOutWhatIsWaived()
    {
        Assert.That(Write(ReportFormat.Github).TrimEnd('\n').Split('\n'), Is.EqualTo(
        [
            "::error file=open api/new%2C1.yaml,line=9,col=7,title=response-property-renamed::"
                + "A|B.text: Renamed. Was: \"title\" <b> 100%25;%0Ais: \\u001B[31mtext\\u0000.",
            "::notice file=open api/new%2C1.yaml,line=9,col=7,title=api-tag-added::GET /a: Tagged.",
        ]));
    }

    [Test]
    public void Write_NoFindings_SaysSo()
    {
        Assert.That(Write(ReportFormat.Text, new FindingReport("t", [])), Is.EqualTo("No findings.\n"));
    }

    private static ReportFormat[] Formats() => Enum.GetValues<ReportFormat>();

    private static string Write(ReportFormat format, FindingReport? report = null)
    {
        var writer = new StringWriter();
        (report ?? Report).Write(format, writer);
        return writer.ToString();
    }

    private static IReadOnlyList<SchemaError> SchemaErrors(JsonElement value)
    {
        var schema = FindingReport.JsonSchema.Replace("#/definitions/", "#/components/schemas/", StringComparison.Ordinal);
        var location = JsonNode.Parse(schema)!["definitions"]!["location"]!.ToJsonString();
        var document = Fixture.WithSchema(JsonNode.Parse(schema)!.ToJsonString(), $"location: {location}");
        return new SchemaValidator(document).Validate(document.Find("/components/schemas/Subject")!, value);
    }
}
