using System.Text.Json.Nodes;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Tests.Diff;

public class ContractDiffPropertyTests
{
    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void Compare_AnyDocumentWithItself_FindsNothing(int seed, int more)
    {
        var document = DiffFixture.Document(Contract(seed, more).Document());

        Assert.That(DiffFixture.Compare(document, document), Is.Empty);
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void Compare_AnyDocumentSaidDifferently_FindsNothing(int seed, int more)
    {
        var contract = Contract(seed, more);
        var document = contract.Document();
        var rephrased = contract.Rephrase(document);

        var findings = DiffFixture.Compare(DiffFixture.Document(document), DiffFixture.Document(rephrased));

        Assert.That(findings.Select(finding => $"{finding.RuleId} {finding.Message}"), Is.Empty);
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public void Compare_AnyChange_IsSeenFromBothSides(int seed, int more)
    {
        var contract = Contract(seed, more);
        var before = contract.Document();
        RequireMirrors(before, contract.Change(before));
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void Compare_AnyTwoDocuments_AreSeenFromBothSides(int seed, int other) =>
        RequireMirrors(Contract(seed, other).Document(), Contract(other, seed).Document());

    // The numbers alone are small, so that the same few would come again and again.
    private static RandomContract Contract(int seed, int more) => new((seed * 1000) + more);

    private static void RequireMirrors(JsonNode one, JsonNode other)
    {
        var (before, after) = (DiffFixture.Document(one), DiffFixture.Document(other));
        var found = DiffFixture.Compare(before, after);
        var mirrored = DiffFixture.Compare(after, before);
        Assert.That(Unmirrored(found, mirrored).Concat(Unmirrored(mirrored, found)), Is.Empty, $"{one.ToJsonString()}\n{other.ToJsonString()}");
    }

    private static IEnumerable<string> Unmirrored(IReadOnlyList<Finding> found, IReadOnlyList<Finding> mirrored) =>
        from finding in found
        let opposites = ChangeRules.Find(finding.RuleId)!.Opposites
        where opposites.Count > 0
        where !mirrored.Any(other => opposites.Contains(other.RuleId)
            && other.Change!.Base.Pointer == finding.Change!.Revision.Pointer
            && other.Change.Revision.Pointer == finding.Change.Base.Pointer
            && other.Change.Was == finding.Change.Is
            && other.Change.Is == finding.Change.Was)
        select $"{finding.RuleId} at {finding.Change!.Base.Pointer} and {finding.Change.Revision.Pointer}: {finding.Change.Was} -> {finding.Change.Is}";
}
