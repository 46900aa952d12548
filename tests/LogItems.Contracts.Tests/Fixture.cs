using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Tests;

/// <summary>Contract documents for tests.</summary>
internal static class Fixture
{
    public static string PathOf(params string[] parts) =>
        Path.Combine([TestContext.CurrentContext.TestDirectory, "Fixtures", .. parts]);

    public static ContractDocument Load(params string[] parts) => ContractDocument.Load(PathOf(parts));

    public static ContractDocument Parse(string text, string name = "test.yaml") =>
        ContractDocument.Load(new StringReader(text), name);

    /// <summary>A document with this schema, in YAML's flow style, as component <c>Subject</c>.</summary>
    public static ContractDocument WithSchema(string subject, string others = "") => Parse(
        $$"""
        openapi: '3.0.3'
        info: {title: Test, version: '1'}
        paths: {}
        components:
          schemas:
            Subject: {{subject}}
            {{others}}
        """);

    public static string Yaml(ContractDocument document)
    {
        var writer = new StringWriter();
        document.WriteYaml(writer);
        return writer.ToString();
    }

    public static string Json(ContractDocument document)
    {
        var writer = new StringWriter();
        document.WriteJson(writer);
        return writer.ToString();
    }
}
