using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Reports;

/// <summary>Writes findings as JSON for programs.</summary>
internal sealed class JsonReporter : FindingReporter
{
    public override void Write(FindingReport report, TextWriter writer) => JsonOutput.Write(writer, json =>
    {
        json.WriteStartObject();
        json.WriteString("title", report.Title);
        json.WriteBoolean("failed", report.HasFailed);
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            Write(finding, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.RuleId);
        json.WriteString("level", Word(finding.Level));
        if (finding.Change is { } change)
        {
            json.WriteString("wire", Word(change.Wire));
            json.WriteString("sdk", Word(change.Sdk));
        }

        json.WriteString("message", finding.Message);
        json.WriteString("fingerprint", FindingFingerprint.Of(finding));
        Write("location", finding.Location, json);
        if (finding.Change is not null)
        {
            Write(finding.Change, json);
        }

        if (finding.Versions.Count > 0)
        {
            Write("versions", finding.Versions, json);
        }

        if (finding.Waiver is { } waiver)
        {
            json.WriteStartObject("waiver");
            json.WriteString("reason", waiver.Reason);
            json.WriteString("expires", waiver.LastDay);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Change change, Utf8JsonWriter json)
    {
        Write("base", change.Base, json);
        Write("revision", change.Revision, json);
        json.WriteString("was", change.Was);
        json.WriteString("is", change.Is);
        Write("operations", change.Operations, json);
    }

    private static void Write(string name, IReadOnlyList<string> texts, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Write(string name, Location location, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("file", location.File);
        json.WriteNumber("line", location.Line);
        json.WriteNumber("column", location.Column);
        json.WriteString("pointer", location.Pointer);
        json.WriteEndObject();
    }
}
