using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Tests.Diff;

/// <summary>Documents of several files, in which places are the same but for the file.</summary>
public class SeveralFilesTests
{
    private string _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("several-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Compare_SchemasOfFilesWithTheSamePlaces_AreNotConfused()
    {
        var changed = Compare(before: "string", after: "integer");

        Assert.That(changed, Is.Not.Empty);
        Assert.That(Compare(before: "string", after: "string"), Is.Empty);
    }

    private List<string> Compare(string before, string after) =>
        [.. ContractDiff.Compare(Load("before", before), Load("after", after)).Select(finding => finding.Message)];

    private ContractDocument Load(string name, string type)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        foreach (var (file, own) in new[] { ("a", "string"), ("b", "string"), ("c", type), ("d", type) })
        {
            File.WriteAllText(Path.Combine(folder, $"{file}.yaml"), $"{{type: object, properties: {{x: {{type: {own}}}}}}}\n");
        }

        var path = Path.Combine(folder, "openapi.yaml");
        File.WriteAllText(path, """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /first: {get: {responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/P'}}}}}}}
              /second: {get: {responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Q'}}}}}}}
            components:
              schemas:
                P: {allOf: [{$ref: a.yaml}, {$ref: b.yaml}]}
                Q: {allOf: [{$ref: c.yaml}, {$ref: d.yaml}]}
            """);
        return ContractDocument.Load(path);
    }
}
