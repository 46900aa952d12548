using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>The shapes of the schemas of a document; the same schema has the same shape, so that cycles can be detected.</summary>
internal sealed class ShapeTable(ContractDocument document)
{
    private const string Schemas = "#/components/schemas/";
    private const int MaxDepth = 4;
    private readonly Dictionary<ContractNode, SchemaShape> _single = [];
    private readonly Dictionary<string, SchemaShape> _merged = new(StringComparer.Ordinal);
    private readonly Dictionary<(SchemaShape Shape, int Depth), string> _fingerprints = [];

    public ContractDocument Document => document;

    public SchemaShape Of(ContractNode node)
    {
        if (!_single.TryGetValue(node, out var shape))
        {
            _single.Add(node, shape = Flatten([node]));
        }

        return shape;
    }

    /// <summary>The shape of a parameter's value.</summary>
    public SchemaShape Of(ContractParameter parameter) => parameter.Schema is { } schema ? Of(schema) : SchemaShape.Anything(parameter.Map);

    public string FingerprintOf(ContractParameter parameter) => ShapeFingerprint.Of(this, Of(parameter));

    /// <summary>The fingerprint of a media type's schema; empty if it has none.</summary>
    public string FingerprintOfBody(ContractMap? media) => string.Join(
        ' ', new[] { media?["schema"], media?["itemSchema"] }.OfType<ContractNode>().Select(schema => ShapeFingerprint.Of(this, Of(schema))));

    /// <summary>The shape of a value that several schemas describe.</summary>
    public SchemaShape Of(IReadOnlyList<ContractNode> nodes)
    {
        if (nodes.Count == 1)
        {
            return Of(nodes[0]);
        }

        var key = string.Join('\n', nodes.Select(node => $"{node.Location.File}#{node.Location.Pointer}"));
        if (!_merged.TryGetValue(key, out var shape))
        {
            _merged.Add(key, shape = Flatten(nodes));
        }

        return shape;
    }

    /// <summary>The fingerprint of a shape down to a depth, cached because wide schemas would otherwise be processed repeatedly.</summary>
    public string Fingerprint(SchemaShape shape, int depth, Func<string> make)
    {
        if (!_fingerprints.TryGetValue((shape, depth), out var fingerprint))
        {
            _fingerprints.Add((shape, depth), fingerprint = make());
        }

        return fingerprint;
    }

    /// <summary>The type of all values that a schema allows, explicit or implied by its values or alternatives.</summary>
    public string? TypeOf(SchemaShape shape) => TypeOf(shape, depth: 0);

    /// <summary>The types of all values that a schema allows; empty if it allows any.</summary>
    public IReadOnlyList<string> TypesOf(SchemaShape shape) =>
        shape.Types.Count > 1 ? shape.Types : TypeOf(shape) is { } only ? [only] : [];

    private string? TypeOf(SchemaShape shape, int depth) => shape.Type ?? shape.TypeOfValues
        ?? (depth < MaxDepth && shape.Alternatives.Count > 0
            && shape.Alternatives.Select(item => TypeOf(Of(item.Node), depth + 1)).Distinct().ToList() is [var only]
            ? only
            : null);

    private SchemaShape Flatten(IReadOnlyList<ContractNode> nodes)
    {
        string? name = null;
        var alternatives = new List<SchemaAlternative>();
        var isNullable = false;
        var parts = SchemaParts.Of(document, nodes, Branch, reference =>
            name ??= reference.StartsWith(Schemas, StringComparison.Ordinal) ? reference[Schemas.Length..] : null);
        return new SchemaShape(parts.FirstOrDefault() ?? nodes[0], name, parts, alternatives)
        {
            Sources = nodes,
            HasNullAlternative = isNullable,
            IsNever = nodes.Any(node => node is ContractScalar { Kind: ScalarKind.Boolean, Text: "false" }),
            IsOpenApi30 = document.IsOpenApi30,
        };

        // A single alternative is not a choice; null is not an alternative, but makes the others nullable.
        IEnumerable<ContractNode> Branch(string keyword, IReadOnlyList<ContractNode> items)
        {
            if (keyword is not ("anyOf" or "oneOf"))
            {
                return [];
            }

            var branches = items.Where(item => !IsNull(document.ResolveMap(item))).ToList();
            isNullable |= branches.Count < items.Count;
            alternatives.AddRange(branches.Count == 1 ? [] : branches.Select(branch => new SchemaAlternative(keyword, branch)));
            return branches.Count == 1 ? branches : [];
        }
    }

    private static bool IsNull(ContractMap? schema) =>
        schema?["type"] is ContractScalar { Text: "null" } || schema?["const"] is ContractScalar { Kind: ScalarKind.Null }
        || schema?["enum"] is ContractList { Items: [ContractScalar { Kind: ScalarKind.Null }] };
}
