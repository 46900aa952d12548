using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Client.Tests.Versions;

/// <summary>Every example of the contract is an example of its schema, in every version it stands for.</summary>
public class ExampleTests
{
    [Test]
    public void Examples_OfAView_KeepItsSchemas([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var view = Views.Of(version);
        var validator = new SchemaValidator(view);
        var examples = MediaTypes(view.Root)
            .SelectMany(media => ((ContractMap)media["examples"]!).Entries.Select(entry => (Schema: media["schema"]!, Example: entry))).ToList();
        var errors =
            from item in examples
            let value = JsonDocument.Parse(((ContractMap)item.Example.Value)["value"]!.ToJson()).RootElement
            from error in validator.Validate(item.Schema, value)
            select $"{item.Example.Value.Location}: {error.Pointer} {error.Message}";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(examples, Is.Not.Empty);
            Assert.That(errors, Is.Empty);
        }
    }

    [Test]
    public void ExampleFiles_AreAllUsedByTheContract()
    {
        var contract = File.ReadAllText(Path.Combine(Repository.Root, "openapi", "logitems.yaml"));
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "openapi", "examples")).Select(Path.GetFileName);
        Assert.That(files.Where(file => !contract.Contains($"examples/{file}\n", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void EveryOperation_EachVersion_HasAnExampleOfEachAnswerWithABody([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var view = Views.Of(version);
        var bodies = MediaTypes(view.Root, withExamplesOnly: false).ToList();
        Assert.That(bodies.Where(media => !media.Has("examples")).Select(media => media.Location), Is.Empty);
    }

    private static IEnumerable<ContractMap> MediaTypes(ContractNode node, bool withExamplesOnly = true) => node switch
    {
        ContractMap map => map.Entries.SelectMany(entry => entry.Key == "content"
            ? ((ContractMap)entry.Value).Entries.Select(media => (ContractMap)media.Value).Where(media => !withExamplesOnly || media.Has("examples"))
            : MediaTypes(entry.Value, withExamplesOnly)),
        ContractList list => list.Items.SelectMany(item => MediaTypes(item, withExamplesOnly)),
        _ => [],
    };
}
