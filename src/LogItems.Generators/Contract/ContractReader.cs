using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LogItems.Generators;

/// <summary>Reads the contract from its text.</summary>
internal static class ContractReader
{
    private const string VersionList = "servers[0].variables.version.enum";

    // Sets of versions are kept in 64 bits.
    private const int HighestVersion = 63;

    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    public static Contract Read(string file, string text)
    {
        try
        {
            var yaml = ContractYaml.Parse(text);
            return new Contract(new(Versions(yaml)), new(Operations(yaml)), new(Schemas(yaml)));
        }
        catch (YamlException exception)
        {
            return Contract.Unreadable(new ContractProblem(file, (int)exception.Start.Line, exception.Message));
        }
    }

    private static List<ContractVersion> Versions(ContractYaml yaml)
    {
        var variable = yaml.Root.Map("servers", "0", "variables", "version");
        var names = variable?.Items("enum").ToList() ?? [];
        if (names.Count == 0)
        {
            throw new YamlException($"{VersionList} does not list the API versions");
        }

        var versions = names.Select(name => new ContractVersion(
            NumberOf(name), variable!.Text("x-enum-descriptions", ((YamlScalarNode)name).Value!) ?? "")).OrderBy(version => version.Number).ToList();
        return versions.Select(version => version.Number).Distinct().Count() == versions.Count
            ? versions
            : throw new YamlException(variable!.Start, variable.End, $"{VersionList} lists a version twice");
    }

    private static int NumberOf(YamlNode node) =>
        TryParse((node as YamlScalarNode)?.Value, out var number)
            ? number
            : throw new YamlException(
                node.Start,
                node.End,
                $"'{node}' in {VersionList} is not a version; write v and a number up to {HighestVersion}, for example v8");

    /// <summary>Parses a version, whether the API has it or not.</summary>
    private static bool TryParse(string? text, out int number)
    {
        number = 0;
        return text is { Length: > 1 } && text[0] == 'v' && text[1] is >= '1' and <= '9'
            && int.TryParse(text.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number <= HighestVersion;
    }

    private static IEnumerable<ContractOperation> Operations(ContractYaml yaml) =>
        from path in yaml.Root.Map("paths")?.Entries() ?? []
        from method in ((YamlMappingNode)path.Value).Entries()
        where Methods.Contains(method.Key)
        select Operation(yaml, path.Key, (YamlMappingNode)path.Value, method.Key, (YamlMappingNode)method.Value);

    private static ContractOperation Operation(
        ContractYaml yaml, string path, YamlMappingNode pathItem, string method, YamlMappingNode operation)
    {
        var id = operation.Text("operationId")
            ?? throw new YamlException(operation.Start, operation.End, "an operation has no operationId");
        var responses = (operation.Map("responses")?.Entries() ?? [])
            .Where(response => response.Key.Length == 3 && response.Key[0] == '2' && response.Key != "2XX")
            .Select(response => (Code: int.Parse(response.Key, CultureInfo.InvariantCulture), Body: yaml.Resolve(response.Value)))
            .ToList();
        var bodies = responses.SelectMany(response => Bodies(yaml, response.Body)).ToList();
        return new ContractOperation(
            Name(id),
            method.ToUpperInvariant(),
            path,
            VersionsOf(operation),
            new(pathItem.Items("parameters").Concat(operation.Items("parameters"))
                .Select(yaml.Resolve)
                .Where(parameter => parameter.Text("in") == "query")
                .Select(parameter => Parameter(yaml, parameter.Text("name")!, parameter, parameter.Map("schema")))),
            new(FormFields(yaml, operation)),
            new(responses.Select(response => new ContractStatus(response.Code, VersionsOf(response.Body)))),
            Union(bodies.Where(body => !body.IsArray)),
            Union(bodies.Where(body => body.IsArray)));
    }

    /// <summary>The shapes of a body on the wire; without declared shapes, that of its schema.</summary>
    private static IEnumerable<(bool IsArray, VersionRange Versions)> Bodies(ContractYaml yaml, YamlMappingNode response)
    {
        foreach (var (_, media) in (response.Map("content")?.Entries() ?? []).Select(entry => (entry.Key, yaml.Resolve(entry.Value))))
        {
            var shapes = media.Items("x-shapes").OfType<YamlMappingNode>().ToList();
            foreach (var shape in shapes.Count > 0 ? shapes : [media])
            {
                if (shape.Map("schema") is { } schema)
                {
                    yield return (yaml.Resolve(schema).Text("type") == "array", VersionsOf(response) & VersionsOf(shape));
                }
            }
        }
    }

    private static VersionRange Union(IEnumerable<(bool IsArray, VersionRange Versions)> bodies) =>
        bodies.Aggregate(VersionRange.None, (versions, body) => versions | body.Versions);

    private static IEnumerable<ContractParameter> FormFields(ContractYaml yaml, YamlMappingNode operation) =>
        operation.Map("requestBody", "content", "application/x-www-form-urlencoded", "schema") is { } schema
            ? from field in yaml.Resolve(schema).Map("properties")?.Entries() ?? []
              let node = (YamlMappingNode)field.Value
              select Parameter(yaml, field.Key, node, node)
            : [];

    private static ContractParameter Parameter(ContractYaml yaml, string name, YamlMappingNode node, YamlMappingNode? schema)
    {
        var type = schema is null ? null : Target(yaml, schema);
        return new ContractParameter(
            name, VersionsOf(node), type?.Text("minimum"), type?.Text("maximum"), type?.Text("default"), new(type is null ? [] : Words(type)));
    }

    private static IEnumerable<ContractSchema> Schemas(ContractYaml yaml) =>
        from entry in yaml.Root.Map("components", "schemas")?.Entries() ?? []
        let schema = yaml.Resolve(entry.Value)
        select new ContractSchema(entry.Key, new(Properties(schema)), new(Words(schema)));

    private static IEnumerable<ContractProperty> Properties(YamlMappingNode schema) =>
        from property in schema.Map("properties")?.Entries() ?? []
        let node = (YamlMappingNode)property.Value
        let versions = VersionsOf(schema) & VersionsOf(node)
        let nullable = node.Text("nullable") == "true"
            ? versions & new VersionRange(TryParse(node.Text("x-nullable-since"), out var since) ? since : 0, int.MaxValue)
            : VersionRange.None
        select new ContractProperty(property.Key, versions, nullable);

    private static IEnumerable<ContractWord> Words(YamlMappingNode schema) =>
        from word in schema.Items("enum").OfType<YamlScalarNode>()
        let range = schema.Map("x-enum-versions", word.Value!)
        select new ContractWord(word.Value!, VersionsOf(schema) & (range is null ? VersionRange.All : VersionsOf(range)));

    /// <summary>The schema that a reference or a single <c>allOf</c> points to.</summary>
    private static YamlMappingNode Target(ContractYaml yaml, YamlMappingNode schema)
    {
        var resolved = yaml.Resolve(schema);
        return resolved.Map("allOf", "0") is { } part ? yaml.Resolve(part) : resolved;
    }

    /// <summary>A bound that cannot be read is ignored; the linter reports it.</summary>
    private static VersionRange VersionsOf(YamlMappingNode node) => new(
        TryParse(node.Text("x-since"), out var since) ? since : 0,
        TryParse(node.Text("x-until"), out var until) ? until : int.MaxValue);

    private static string Name(string id) => char.ToUpperInvariant(id[0]) + id.Substring(1);
}
