using System.Text.RegularExpressions;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Tests.Support;

namespace LogItems.Contracts.Tests.Diff;

/// <summary>The sentences about changes: what has changed where, and what follows from it.</summary>
public partial class ChangeMessagesTests
{
    private static readonly IReadOnlyList<Finding> Findings =
    [
        .. DiffFixture.All.SelectMany(fixture =>
            DiffFixture.Compare(fixture.Base, fixture.Revision).Concat(DiffFixture.Compare(fixture.Revision, fixture.Base))),
    ];

    [Test]
    public void Compare_EachFixtureInBothDirections_SaysItInOneForm()
    {
        var offenders = Findings.Select(finding => finding.Message).Distinct()
            .Where(message => !Sentence().IsMatch(message) || PlainWords.FaultIn(message) is not null);

        Assert.That(offenders, Is.Empty);
        Assert.That(Findings.Select(finding => finding.RuleId).Distinct().Count(), Is.GreaterThan(600));
    }

    [TestCase("parameters: [{name: limit, in: query, schema: {type: integer, maximum: 100}}]", "100}", "50}",
        "Parameter 'limit' (query) of GET /a: maximum lowered from 100 to 50; larger values are rejected.")]
    [TestCase("parameters: [{$ref: '#/components/parameters/Limit'}]", "maximum: 9", "maximum: 8",
        "Parameter 'limit' (query): maximum lowered from 9 to 8; larger values are rejected.")]
    [TestCase("parameters: [{name: f, in: query, schema: {type: object, properties: {x: {type: integer, maximum: 7}}}}]", "7}", "6}",
        "Parameter 'f.x' (query) of GET /a: maximum lowered from 7 to 6; larger values are rejected.")]
    [TestCase("requestBody: {$ref: '#/components/requestBodies/Body'}", "maximum: 5", "maximum: 4",
        "Request body Body application/json: maximum lowered from 5 to 4; larger values are rejected.")]
    public void Compare_PartsOfAnOperation_AreNamed(string operation, string before, string after, string message)
    {
        var text = $$"""
            openapi: '3.0.3'
            info: {title: T, version: '1'}
            paths: {/a: {get: {{{operation}}, responses: {} } } }
            components:
              parameters: {Limit: {name: limit, in: query, schema: {type: integer, maximum: 9} } }
              requestBodies: {Body: {content: {application/json: {schema: {type: integer, maximum: 5} } } } }
            """;

        var findings = DiffFixture.Compare(Fixture.Parse(text), Fixture.Parse(text.Replace(before, after, StringComparison.Ordinal)));

        Assert.That(findings.Select(finding => finding.Message), Is.EqualTo(new[] { message }));
    }

    // The subject, what has changed and how, what follows; one sentence with a full stop.
    [GeneratedRegex(@"^(?!.*[.!?] [A-Z])[A-Z/'\w][^\n]*: [a-z'][^\n]*; [a-z'][^\n;]*[^.;:,\s]\.$")]
    private static partial Regex Sentence();
}
