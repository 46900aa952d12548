using LogItems.Contracts.Diff.Shapes;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>A parameter of an operation, or a header of a response.</summary>
/// <param name="Map">Where it is described.</param>
/// <param name="In">Where it is sent: path, query, header or cookie.</param>
/// <param name="Name">Its name.</param>
/// <param name="PathPosition">Its place among the parameters of the path; -1 elsewhere.</param>
/// <param name="Shapes">The shapes of its document.</param>
internal sealed record Parameter(ContractMap Map, string In, string Name, int PathPosition, ShapeTable Shapes)
{
    public bool IsInPath => In == "path";

    public string Key => $"{In} {(In == "header" ? Name.ToUpperInvariant() : Name)}";

    public string Words => $"{In} {Name}";

    public bool IsRequired => Map.IsTrue("required");

    public string? Description => (Map["description"] as ContractScalar)?.Text;

    /// <summary>How several values are written, defaults filled in.</summary>
    public string Style
    {
        get
        {
            var style = Map["style"] is ContractScalar scalar ? scalar.Text : In is "query" or "cookie" ? "form" : "simple";
            var isExploded = Map["explode"] is ContractScalar explode ? explode.Text == "true" : style == "form";
            return isExploded ? $"{style}, exploded" : style;
        }
    }

    /// <summary>The media type of a value that is no plain text; null where it is.</summary>
    public string? MediaType => Content?.Entries is [var only, ..] ? only.Key : null;

    public bool IsText => MediaType is not { } type || !MediaTypeName.IsJson(type);

    public bool IsRepeatable => In == "query" && MediaType is null && Style == "form, exploded";

    public SchemaShape Shape =>
        (Content?.Entries is [var only, ..] ? (only.Value as ContractMap)?["schema"] : Map["schema"]) is { } schema
            ? Shapes.Of(schema)
            : SchemaShape.Anything(Map);

    private ContractMap? Content => Map["content"] as ContractMap;

    public static Parameter OfOperation(ContractMap map, List<string> pathParameters, ShapeTable shapes)
    {
        var (name, place) = (Text(map, "name"), Text(map, "in"));
        return new Parameter(map, place, name, place == "path" ? pathParameters.IndexOf(name) : -1, shapes);
    }

    public static Parameter OfHeader(string name, ContractMap map, ShapeTable shapes) => new(map, "header", name, -1, shapes);

    private static string Text(ContractMap map, string key) => (map[key] as ContractScalar)?.Text ?? "";
}
