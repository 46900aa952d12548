using System.Text.RegularExpressions;
using LogItems.Contracts.Findings;

namespace LogItems.Downstream.Tests;

/// <summary>What the service notices of a new release.</summary>
public partial class ServiceTests
{
    private const int TestsOfTheService = 9;

    [Test]
    public void Test_PackagesOnly_BuildsWithoutWarningsAndPasses() => AssertPassed(DownstreamRun.BaseTest);

    [Test]
    public void Test_LibraryForNetStandard_BuildsWithoutWarningsAndPasses() => AssertPassed(DownstreamRun.NetStandardTest);

    [Test]
    public void Build_ProgramForNetFramework_HasNoWarnings()
    {
        var (exitCode, output) = DownstreamRun.ConsoleBuild;
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Contain("0 Warning(s)"));
    }

    [Test]
    public void ContractDiff_OfTheChange_AnnouncesWhatTheServiceNotices() =>
        Assert.That(
            DownstreamRun.Announced.Select(finding => (finding.RuleId, finding.Change!.Sdk, finding.Change.Was ?? finding.Change.Is)),
            Is.EquivalentTo(new[]
            {
                ("response-optional-property-removed", FindingLevel.Error, ContractRevision.Removed),
                ("response-optional-property-added", FindingLevel.None, ContractRevision.Added),
            }));

    [Test]
    public void Build_PropertyRemovedFromTheContract_FailsWhereItIsUsedAndNowhereElse()
    {
        var (exitCode, output) = DownstreamRun.RevisedBuild;
        var errors = CompilerError().Matches(output).Select(error => error.Groups["place"].Value + error.Groups["error"].Value).Distinct();
        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(errors, Is.EqualTo(new[] { "SessionTable.cs: error CS1061: 'JobSession' does not contain a definition for 'Progress'" }), output);
    }

    [Test]
    public void Test_PropertyAddedToTheContract_IsNamedByTheTestThatWantsAColumnForEach()
    {
        var (exitCode, output) = DownstreamRun.MendedTest;
        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(
            output,
            Does.Contain($"Sessions have properties without a column: {ContractRevision.Added}.")
                .And.Match($@"Failed! +- Failed: +1, Passed: +{TestsOfTheService - 1}, Skipped: +0"));
    }

    private static void AssertPassed((int ExitCode, string Output) test)
    {
        Assert.That(test.ExitCode, Is.Zero, test.Output);
        Assert.That(test.Output, Does.Match($@"Passed! +- Failed: +0, Passed: +{TestsOfTheService}, Skipped: +0").And.Not.Contain("warning"));
    }

    [GeneratedRegex(@"(?<place>\w+\.cs)\(\d+,\d+\)(?<error>: error .*?) (and no accessible|\[)")]
    private static partial Regex CompilerError();
}
