using System.Globalization;
using LogItems.Contracts.Diff;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Tests.Diff.Sdk;

/// <summary>Holds the verdict on the SDK to what the generator makes of both documents.</summary>
/// <remarks><c>LOGITEMS_SDK_PAIRS=5000</c> and <c>LOGITEMS_SDK_SEED=2</c> try more pairs and other ones.</remarks>
public class SdkVerdictTests
{
    [Test]
    public async Task Compare_ChangesByChance_BreakCodeWhereTheGeneratedClientsDiffer()
    {
        var (count, seed) = (Number("LOGITEMS_SDK_PAIRS", 540), Number("LOGITEMS_SDK_SEED", 1));
        var pairs = Enumerable.Range(0, count).Select(index => new SdkPair(seed, index)).ToList();
        var code = await Task.WhenAll(
            GeneratedClients.GenerateAsync(SdkPair.Join(pairs.Select(pair => pair.Base))),
            GeneratedClients.GenerateAsync(SdkPair.Join(pairs.Select(pair => pair.Revision))));
        var (before, after) = (
            SdkSurface.Read(code[0], pairs.Select(pair => pair.Prefix)), SdkSurface.Read(code[1], pairs.Select(pair => pair.Prefix)));

        var disagreements = pairs.Select(pair => Disagreement(pair, [.. before[pair.Prefix].LostIn(after[pair.Prefix])])).OfType<string>().ToList();

        await TestContext.Out.WriteLineAsync($"{count} pairs from seed {seed}: {disagreements.Count} disagreements.");
        Assert.That(disagreements, Is.Empty);
    }

    private static string? Disagreement(SdkPair pair, IReadOnlyList<string> lost)
    {
        var findings = ContractDiff.Compare(SdkPair.Load(pair.Base), SdkPair.Load(pair.Revision));
        var breaks = findings.Any(finding => finding.Change!.Sdk == FindingLevel.Error);
        return breaks == lost.Count > 0 ? null
            : $"{pair.Kind} ({pair.Prefix}): lost {string.Join("; ", lost)}; "
                + $"found {string.Join("; ", findings.Select(Describe))}";
    }

    private static string Describe(Finding finding) => $"{finding.RuleId} {finding.Change!.Sdk} {finding.Change.Was} -> {finding.Change.Is}";

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
