using System.Text.RegularExpressions;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Tests.Diff;

public class ChangeRulesTests
{
    private static readonly ILookup<string, DiffFixture> Fixtures = DiffFixture.All.ToLookup(fixture => fixture.RuleId);

    [Test]
    public void All_EachRule_KeepsTheConventions()
    {
        var offenders = ChangeRules.All.SelectMany(Complaints).ToList();

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void All_Ids_AreUniqueAndMany()
    {
        Assert.That(ChangeRules.All.Select(rule => rule.Id), Is.Unique);
        Assert.That(ChangeRules.All, Has.Count.GreaterThanOrEqualTo(120));
    }

    [Test]
    public void Fixtures_Each_BelongsToARule()
    {
        Assert.That(Fixtures.Select(fixtures => fixtures.Key).Where(id => ChangeRules.Find(id) is null), Is.Empty);
    }

    [Test]
    public void Compare_RevisionOfFixture_BreaksItsRule()
    {
        var offenders =
            from fixture in DiffFixture.All
            let found = Rules(DiffFixture.Compare(fixture.Base, fixture.Revision))
            where !found.Contains(fixture.RuleId)
            select $"{fixture.RuleId}: found {string.Join(", ", found)}";

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Compare_NearMissOfFixture_DoesNotBreakItsRule()
    {
        var offenders =
            from fixture in DiffFixture.All
            where Rules(DiffFixture.Compare(fixture.Base, fixture.Unlike)).Contains(fixture.RuleId)
            select fixture.RuleId;

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Compare_FixtureTheOtherWayRound_BreaksAnOpposite()
    {
        var offenders =
            from fixture in DiffFixture.All
            let opposites = ChangeRules.Find(fixture.RuleId)!.Opposites
            let found = Rules(DiffFixture.Compare(fixture.Revision, fixture.Base))
            where opposites.Count > 0 && !opposites.Intersect(found).Any()
            select $"{fixture.RuleId}: found {string.Join(", ", found)}";

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Compare_FixtureOfASchema_IsOneFinding()
    {
        var offenders =
            from fixture in DiffFixture.All
            where fixture.Base.Find("/paths/~1a") is not null
            let found = Rules(DiffFixture.Compare(fixture.Base, fixture.Revision))
            // With a condition comes or goes what follows from it.
            where found.Count != 1
                && !(fixture.RuleId.Contains("-if-", StringComparison.Ordinal)
                    && found is [_, var second] && second.Contains("-then-", StringComparison.Ordinal))
            select $"{fixture.RuleId}: found {string.Join(", ", found)}";

        Assert.That(offenders, Is.Empty);
    }

    private static List<string> Rules(IReadOnlyList<Finding> findings) => [.. findings.Select(finding => finding.RuleId)];

    private static IEnumerable<string> Complaints(ChangeRule rule)
    {
        if (!Regex.IsMatch(rule.Id, "^[a-z]+(-[a-z]+)+$"))
        {
            yield return $"{rule.Id}: the id is not in kebab case";
        }

        if (!Regex.IsMatch(rule.Description, @"^[A-Z][^.]+\.$"))
        {
            yield return $"{rule.Id}: the description is not one sentence: {rule.Description}";
        }

        if (!Enum.IsDefined(rule.Wire) || !Enum.IsDefined(rule.Sdk) || !Enum.IsDefined(rule.Direction))
        {
            yield return $"{rule.Id}: no level or direction";
        }

        if (!Fixtures.Contains(rule.Id))
        {
            yield return $"{rule.Id}: no fixture";
        }

        foreach (var complaint in MirrorComplaints(rule))
        {
            yield return $"{rule.Id}: {complaint}";
        }
    }

    private static IEnumerable<string> MirrorComplaints(ChangeRule rule)
    {
        if (rule.Unmirrored is null && (rule.Counterpart is null || rule.Opposites.Count == 0))
        {
            yield return "neither an opposite and a counterpart nor a reason";
        }

        foreach (var opposite in rule.Opposites)
        {
            if (ChangeRules.Find(opposite)?.Opposites.Contains(rule.Id) != true)
            {
                yield return $"its opposite {opposite} does not know it";
            }
        }

        if (rule.Counterpart is { } id && (ChangeRules.Find(id) is not { } counterpart
            || counterpart.Direction == rule.Direction || counterpart.Direction == ChangeDirection.None))
        {
            yield return $"its counterpart {id} does not go the other way";
        }
    }
}
