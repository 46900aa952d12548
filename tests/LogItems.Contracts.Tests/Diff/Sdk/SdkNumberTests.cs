using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Tests.Diff.Sdk;

/// <summary>Numbers whose values on the wire stay the same while the SDK's type changes.</summary>
public class SdkNumberTests
{
    [TestCase("maximum: 10", "maximum: 4294967295", "type widened from int to long;")]
    [TestCase("maximum: 4294967295", "maximum: 10", "type narrowed from long to int;")]
    public void Compare_BoundBeyondInt_NamesTheTypesOfTheSdk(string before, string after, string message)
    {
        var findings = ContractDiff.Compare(Contract(before), Contract(after));

        Assert.That(
            findings.Where(finding => finding.Change!.Sdk == FindingLevel.Error).Select(finding => finding.Message),
            Has.One.Items.And.Some.Contains(message));
    }

    private static ContractDocument Contract(string bound) => Fixture.Parse(
        $$"""
        openapi: '3.0.3'
        info: {title: Test, version: '1'}
        paths:
          /items:
            get:
              operationId: getItems
              responses:
                '200':
                  description: The items.
                  content: {application/json: {schema: {type: object, properties: {id: {type: integer, {{bound}}} } } } }
        """);
}
