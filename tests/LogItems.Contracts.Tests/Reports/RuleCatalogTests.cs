using System.Text.Json;
using System.Text.RegularExpressions;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Reports;

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

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
