using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Reports;

/// <summary>Writes findings as SARIF 2.1.0.</summary>
internal sealed class SarifReporter : FindingReporter
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public override void Write(FindingReport report, TextWriter writer) => JsonOutput.Write(writer, json =>
    {
        var rules = report.Findings.Select(finding => finding.RuleId).Distinct().Order(StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(rules, json);
        json.WriteStartObject("automationDetails");
        json.WriteString("id", report.Title);
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (var finding in report.Findings)
        {
            WriteResult(finding, rules.IndexOf(finding.RuleId), json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(List<string> rules, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "logitems");
        json.WriteString("version", typeof(SarifReporter).Assembly.GetName().Version!.ToString(fieldCount: 3));
        json.WriteStartArray("rules");
        foreach (var id in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            if (RuleCatalog.Find(id) is { } rule)
            {
                WriteText("shortDescription", rule.Description, json);
                WriteText("fullDescription", rule.Description, json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Finding finding, int ruleIndex, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.RuleId);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", finding.Level switch
        {
            FindingLevel.Error => "error",
            FindingLevel.Warn => "warning",
            FindingLevel.Info => "note",
            _ => "none",
        });
        WriteText("message", finding.Message, json);
        json.WriteStartArray("locations");
        WriteLocation(finding.Location, json);
        json.WriteEndArray();
        WriteChange(finding, json);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("finding/v1", FindingFingerprint.Of(finding));
        json.WriteEndObject();
        if (finding.Waiver is { } waiver)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("justification", waiver.Reason);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteChange(Finding finding, Utf8JsonWriter json)
    {
        if (finding.Change is not { } change)
        {
            return;
        }

        json.WriteStartArray("relatedLocations");
        WriteLocation(change.Base, json, "the base");
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("wire", Word(change.Wire));
        json.WriteString("sdk", Word(change.Sdk));
        json.WriteEndObject();
    }

    private static void WriteLocation(Location location, Utf8JsonWriter json, string? message = null)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Address(location.File));
        json.WriteEndObject();
        if (location.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", location.Line);
            json.WriteNumber("startColumn", location.Column);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", location.Pointer);
        json.WriteEndObject();
        json.WriteEndArray();
        if (message is not null)
        {
            WriteText("message", message, json);
        }

        json.WriteEndObject();
    }

    private static string Address(string file) => Path.IsPathRooted(file)
        ? new Uri(Path.GetFullPath(file)).AbsoluteUri
        : file.StartsWith("http://", StringComparison.Ordinal) || file.StartsWith("https://", StringComparison.Ordinal) ? file
        : string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    private static void WriteText(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
