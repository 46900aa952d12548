using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LogItems.Generators;

/// <summary>Reads what is generated from the contract's text.</summary>
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
            return new Contract(new(Versions(yaml)), new(Operations(yaml)));
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
            : throw new YamlException(node.Start, node.End, $"'{node}' in {VersionList} is not a version; write v and a number up to {HighestVersion}, for example v8");

    /// <summary>Whether it is written like a version, whether the API has it or not.</summary>
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
        select Operation(yaml, (YamlMappingNode)path.Value, (YamlMappingNode)method.Value);

    private static ContractOperation Operation(ContractYaml yaml, YamlMappingNode path, YamlMappingNode operation)
    {
        var id = operation.Text("operationId")
            ?? throw new YamlException(operation.Start, operation.End, "an operation has no operationId");
        return new ContractOperation(
            Name(id),
            VersionsOf(operation),
            new(path.Items("parameters").Concat(operation.Items("parameters"))
                .Select(yaml.Resolve)
                .Where(parameter => parameter.Text("in") == "query")
                .Select(parameter => new ContractParameter(parameter.Text("name")!, VersionsOf(parameter)))),
            new(FormFields(yaml, operation)));
    }

    private static IEnumerable<ContractParameter> FormFields(ContractYaml yaml, YamlMappingNode operation) =>
        operation.Map("requestBody", "content", "application/x-www-form-urlencoded", "schema") is { } schema
            ? from field in yaml.Resolve(schema).Map("properties")?.Entries() ?? []
              select new ContractParameter(field.Key, VersionsOf((YamlMappingNode)field.Value))
            : [];

    /// <summary>A bound that cannot be read bounds nothing; the contract's own check finds it.</summary>
    private static VersionRange VersionsOf(YamlMappingNode node) => new(
        TryParse(node.Text("x-since"), out var since) ? since : 0,
        TryParse(node.Text("x-until"), out var until) ? until : int.MaxValue);

    private static string Name(string id) => char.ToUpperInvariant(id[0]) + id.Substring(1);
}
