using System.Text.RegularExpressions;
using LogItems.Contracts.Annotations;
using LogItems.Contracts.Annotations.Rules;

namespace LogItems.Contracts.Tests.Annotations.Rules;

public class AnnotationRulesTests
{
    [Test]
    public void All_EachRule_HasIdDescriptionAndFixtures()
    {
        var offenders = AnnotationRules.All.SelectMany(Complaints).ToList();

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void All_FolderOfFixtures_BelongsToARule()
    {
        var folders = Directory.GetDirectories(Fixture.PathOf()).Select(Path.GetFileName)
            .Where(name => File.Exists(Fixture.PathOf(name!, "bad.yaml")));

        Assert.That(folders, Is.EquivalentTo(AnnotationRules.All.Select(rule => rule.Id)));
    }

    [TestCaseSource(nameof(RuleIds))]
    public void Check_BadFixture_BreaksThisRuleOnly(string id)
    {
        var findings = ContractAnnotations.Check(Fixture.Load(id, "bad.yaml"));

        Assert.That(findings.Select(finding => finding.RuleId).Distinct(), Is.EqualTo([id]));
    }

    [TestCaseSource(nameof(RuleIds))]
    public void Check_GoodFixture_FindsNothing(string id)
    {
        var findings = ContractAnnotations.Check(Fixture.Load(id, "good.yaml"));

        Assert.That(findings, Is.Empty);
    }

    private static IEnumerable<string> RuleIds() => AnnotationRules.All.Select(rule => rule.Id);

    private static IEnumerable<string> Complaints(AnnotationRule rule)
    {
        if (rule.Id != Kebab(rule.GetType().Name))
        {
            yield return $"{rule.GetType().Name}: its id is '{rule.Id}'";
        }

        if (!Enum.IsDefined(rule.Level))
        {
            yield return $"{rule.Id}: no level";
        }

        if (!Regex.IsMatch(rule.Description, @"^[A-Z'].+\.$"))
        {
            yield return $"{rule.Id}: its description is no sentence";
        }

        foreach (var fixture in new[] { "bad.yaml", "good.yaml" }.Where(name => !File.Exists(Fixture.PathOf(rule.Id, name))))
        {
            yield return $"{rule.Id}: no fixture {fixture}";
        }
    }

    private static string Kebab(string name) => Regex.Replace(name, "(?<!^)([A-Z])", "-$1").ToLowerInvariant();
}
