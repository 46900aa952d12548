using System.Globalization;
using System.Xml;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Reports;

/// <summary>Writes findings as test cases: a finding that fails the check is a failure, a waived one is skipped, and any other has passed.</summary>
internal sealed class JunitReporter : FindingReporter
{
    public override void Write(FindingReport report, TextWriter writer)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CheckCharacters = false };
        using var xml = XmlWriter.Create(writer, settings);
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(report.Title));
        xml.WriteAttributeString("tests", Number(Math.Max(1, report.Findings.Count)));
        xml.WriteAttributeString("failures", Number(report.Findings.Count(report.Fails)));
        xml.WriteAttributeString("skipped", Number(report.Findings.Count(finding => finding.Waiver is not null)));
        if (report.Findings.Count == 0)
        {
            WriteStart(xml, report.Title, "no findings");
            xml.WriteEndElement();
        }

        foreach (var finding in report.Findings)
        {
            Write(report, finding, xml);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(FindingReport report, Finding finding, XmlWriter xml)
    {
        WriteStart(xml, finding.RuleId, $"{finding.Location}: {finding.Message}");
        xml.WriteAttributeString("file", Clean(finding.Location.File));
        xml.WriteAttributeString("line", Number(finding.Location.Line));
        if (finding.Waiver is { } waiver)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Clean(waiver.Reason));
            xml.WriteEndElement();
        }
        else if (report.Fails(finding))
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", Word(finding.Level));
            xml.WriteAttributeString("message", Clean(finding.Message));
            xml.WriteString(Clean(Operations(finding) ?? finding.Location.Pointer));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteStart(XmlWriter xml, string className, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(className));
        xml.WriteAttributeString("name", Clean(name));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Removes characters that XML cannot represent, not even escaped.
    private static string Clean(string text) =>
        string.Concat(PrintableText.Escape(text, keepsLines: true).EnumerateRunes().Select(rune => IsCharacter(rune.Value) ? rune.ToString() : "\uFFFD"));

    private static bool IsCharacter(int code) => code is >= ' ' and not (0xFFFE or 0xFFFF) or '\t' or '\r' or '\n';
}
