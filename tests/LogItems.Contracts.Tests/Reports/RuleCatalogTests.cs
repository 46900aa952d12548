using System.Text.Json;
using System.Text.RegularExpressions;
using LogItems.Contracts.Annotations;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Drift;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Lint;
using LogItems.Contracts.Reports;
using LogItems.Contracts.Tests.Support;
using LogItems.Contracts.Verification;

namespace LogItems.Contracts.Tests.Reports;

public partial class RuleCatalogTests
{
    [Test]
    public void All_EachRule_HasAnIdOfItsOwnAndADescription()
    {
        Assert.That(RuleCatalog.All.Select(rule => rule.Id), Is.Unique);
        Assert.That(RuleCatalog.All.Where(rule => !KebabCase().IsMatch(rule.Id) || rule.Description is not [.., '.']), Is.Empty);
    }

    [Test]
    public void Sarif_EveryRule_IsDescribed()
    {
        var findings = RuleCatalog.All.Select(rule => new Finding(rule.Id, rule.Level, "Found.", new Location("", 1, 1, "a.yaml")));
        var writer = new StringWriter();

        new FindingReport("every rule", [.. findings]).Write(ReportFormat.Sarif, writer);

        using var sarif = JsonDocument.Parse(writer.ToString());
        var rules = sarif.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.That(rules.GetArrayLength(), Is.EqualTo(RuleCatalog.All.Count));
        Assert.That(rules.EnumerateArray().Where(rule => !rule.TryGetProperty("fullDescription", out _)), Is.Empty);
    }

    [Test]
    public void All_EachId_IsWrittenOutBesideWhatDetectsIt()
    {
        var texts = Detectors.ToDictionary(entry => entry.Folder, entry => Texts(entry.Folder));

        var offenders =
            from entry in Detectors
            from rule in entry.Rules
            where !texts[entry.Folder].Contains(rule.Id)
            select $"{rule.Id} is not in {entry.Folder}";

        Assert.That(offenders, Is.Empty);
        Assert.That(Detectors.Sum(entry => entry.Rules.Count()), Is.EqualTo(RuleCatalog.All.Count));
    }

    [Test]
    public void All_EachSentence_HasTheFormOfTheOthers()
    {
        var offenders = ChangeRules.All.Where(rule => !ChangeSentence().IsMatch(rule.Description))
            .Concat(RuleCatalog.All.Where(rule => !Sentence().IsMatch(rule.Description) || PlainWords.FaultIn(rule.Description) is not null));

        Assert.That(offenders.Select(rule => rule.Description), Is.Empty);
    }

    private static (string Folder, IEnumerable<Rule> Rules)[] Detectors =>
    [
        ("Diff/Comparers", ChangeRules.All),
        ("Annotations/Rules", AnnotationRules.All),
        ("Lint/Rules", LintRules.All),
        ("Conformance", ExchangeRules.All),
        ("Verification", VerificationRules.All),
        ("Drift", ContractDrift.Rules),
        ("Findings", WaiverRules.All),
    ];

    private static HashSet<string> Texts(string folder) => [.. Directory
        .EnumerateFiles(OurContract.PathOf("src", "LogItems.Contracts", folder))
        .SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(match => match.Value))];

    // What has changed, then what follows from it.
    [GeneratedRegex("^[A-Z][^;.]+; [a-z][^;.]+\\.$")]
    private static partial Regex ChangeSentence();

    // One sentence that begins with its subject.
    [GeneratedRegex("^('\\S+'|[A-Z]\\w*) (?!.*[.!?] [A-Z]).*[^.]\\.$")]
    private static partial Regex Sentence();

    [GeneratedRegex("[a-z0-9]+(-[a-z0-9]+)+")]
    private static partial Regex Word();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
