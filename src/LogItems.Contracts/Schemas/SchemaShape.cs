using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>A normalized schema: references followed, the parts of <c>allOf</c> merged, and a single
/// alternative taken by itself.</summary>
internal sealed class SchemaShape
{
    private static readonly HashSet<string> UpperBounds = ["maximum", "maxLength", "maxItems", "maxProperties", "maxContains"];

    private readonly IReadOnlyList<ContractMap> _parts;
    private Dictionary<string, PropertyShape>? _members;
    private bool _excludesNull;

    public SchemaShape(ContractNode node, string? name, IReadOnlyList<ContractMap> parts, IReadOnlyList<SchemaAlternative> alternatives)
    {
        Node = node;
        Name = name;
        this._parts = parts;
        Alternatives = alternatives;
        Required = [.. parts.SelectMany(part => Scalars(part["required"])).Select(scalar => scalar.Text)];
        var properties = new Dictionary<string, List<ContractNode>>(StringComparer.Ordinal);
        foreach (var (key, property) in parts.SelectMany(part => (part["properties"] as ContractMap)?.Entries ?? []))
        {
            properties.TryAdd(key, []);
            properties[key].Add(property);
        }

        Properties = properties;
    }

    /// <summary>The target of the schema; the schema itself if it is not a reference.</summary>
    public ContractNode Node { get; }

    /// <summary>The schemas that it was created from, as written.</summary>
    public IReadOnlyList<ContractNode> Sources { get; init; } = [];

    /// <summary>The name of the component that the schema is, or null if it is inline.</summary>
    public string? Name { get; }

    /// <summary>The alternatives of <c>oneOf</c> and <c>anyOf</c>, if there are at least two.</summary>
    public IReadOnlyList<SchemaAlternative> Alternatives { get; }

    /// <summary>The schemas of each property, one per part that describes it.</summary>
    public IReadOnlyDictionary<string, List<ContractNode>> Properties { get; }

    public HashSet<string> Required { get; }

    public bool IsNullable => !_excludesNull && (HasNullAlternative || (IsOpenApi30 && IsTrue("nullable")) || NamedTypes.Contains("null")
        || (!IsOpenApi30 && !IsTyped && Values?.Any(value => value is ContractScalar { Kind: ScalarKind.Null }) == true));

    /// <summary>Gets whether null is allowed like any other value, because nothing restricts the type.</summary>
    public bool AdmitsAnyType => !IsOpenApi30 && !IsTyped && Values is null && Alternatives.Count == 0 && !IsNever;

    /// <summary>Gets whether the schema is that of an OpenAPI 3.0 document, where only <c>nullable</c> allows null.</summary>
    public bool IsOpenApi30 { get; init; }

    /// <summary>Gets whether no value matches: the schema <c>false</c>.</summary>
    public bool IsNever { get; init; }

    /// <summary>Gets whether null is one of the alternatives, as in OpenAPI 3.1.</summary>
    public bool HasNullAlternative { get; init; }

    public bool IsReadOnly => IsTrue("readOnly");

    public bool IsWriteOnly => IsTrue("writeOnly");

    /// <summary>The types without null, which may be implied for an object or an array; empty if any type is allowed.</summary>
    public IReadOnlyList<string> Types =>
        NamedTypes.Where(type => type != "null").ToList() is { Count: > 0 } named ? named
        : Properties.Count > 0 ? ["object"]
        : this["items"] is null && this["prefixItems"] is null ? []
        : ["array"];

    /// <summary>The type, if there is only one.</summary>
    public string? Type => Types is [var only] ? only : null;

    /// <summary>The values that are allowed, by <c>enum</c> or <c>const</c>; null if they are not restricted.</summary>
    public IReadOnlyList<ContractNode>? Values => (this["enum"] as ContractList)?.Items ?? (this["const"] is { } only ? [only] : null);

    /// <summary>The type of all values, ignoring null.</summary>
    public string? TypeOfValues => Values?.Select(TypeOf).Where(type => type != "null").Distinct().ToList() is [var only] ? only : null;

    public string? Format => this.TextOf("format");

    /// <summary>The keyword's value in the first part that has it.</summary>
    public ContractNode? this[string keyword]
    {
        get
        {
            foreach (var part in _parts)
            {
                if (part[keyword] is { } node)
                {
                    return node;
                }
            }

            return null;
        }
    }

    /// <summary>The schema of a keyword; null if there is none, or if it has no effect.</summary>
    public ContractNode? Limit(string keyword) => SchemaParts.Limiting(this[keyword]);

    /// <summary>The conditions of all parts.</summary>
    public IEnumerable<SchemaCondition> Conditions => _parts.Select(SchemaCondition.Of).OfType<SchemaCondition>();

    /// <summary>The text of the keyword's value; null if it is not a scalar.</summary>
    public string? TextOf(string keyword) => (this[keyword] as ContractScalar)?.Text;

    /// <summary>The properties with their shapes.</summary>
    public IReadOnlyDictionary<string, PropertyShape> Members(ShapeTable shapes) => _members ??= Properties.ToDictionary(
        property => property.Key,
        property => new PropertyShape(property.Key, property.Value[0], shapes, shapes.Of(property.Value), Required.Contains(property.Key)),
        StringComparer.Ordinal);

    public bool IsTrue(string keyword) => this[keyword] is not null && _parts.Any(part => part.IsTrue(keyword));

    /// <summary>Creates a schema that every value matches.</summary>
    public static SchemaShape Anything(ContractNode node) => new(node, null, [], []);

    /// <summary>Creates the same schema without null.</summary>
    public SchemaShape WithoutNull() => !IsNullable ? this
        : new(Node, Name, _parts, Alternatives) { Sources = Sources, IsOpenApi30 = IsOpenApi30, IsNever = IsNever, _excludesNull = true };

    /// <summary>The tightest bound for a keyword, or null if absent.</summary>
    public SchemaBound? Bound(string keyword)
    {
        if (this[keyword] is null && (SchemaBound.ExclusiveOf(keyword) is not { } exclusive || this[exclusive] is null))
        {
            return null;
        }

        var isUpper = UpperBounds.Contains(keyword);
        var bounds = _parts.SelectMany(part => SchemaBound.All(part, keyword))
            .OrderBy(bound => bound.Value).ThenBy(bound => bound.IsExclusive != isUpper).ToList();
        return bounds.Count == 0 ? null : isUpper ? bounds[0] : bounds[^1];
    }

    private bool IsTyped => this["type"] is not null;

    private IEnumerable<string> NamedTypes => this["type"] switch
    {
        ContractScalar type => [type.Text],
        ContractList types => Scalars(types).Select(type => type.Text),
        _ => [],
    };

    private static string TypeOf(ContractNode value) => value switch
    {
        ContractScalar { Kind: ScalarKind.String } => "string",
        ContractScalar { Kind: ScalarKind.Boolean } => "boolean",
        ContractScalar { Kind: ScalarKind.Null } => "null",
        ContractScalar number => number.Text.All(char.IsAsciiDigit) ? "integer" : "number",
        ContractList => "array",
        _ => "object",
    };

    private static IEnumerable<ContractScalar> Scalars(ContractNode? list) => (list as ContractList)?.Items.OfType<ContractScalar>() ?? [];
}
