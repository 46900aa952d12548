using System.Security.Cryptography;
using System.Text;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>A text that is equal for schemas that allow the same values, regardless of names and descriptions.</summary>
internal static class ShapeFingerprint
{
    private const int MaxDepth = 4;

    private static readonly string[] Values = 
    [
        "format", "pattern", "multipleOf", "uniqueItems", "const", "contentMediaType", "contentEncoding", "minContains", "maxContains",
        "dependentRequired",
    ];

    private static readonly string[] Parts =
        ["items", "additionalProperties", "not", .. SchemaKeywords.Single.Where(keyword => keyword is not ("if" or "then" or "else"))];

    private static readonly string[] Bounds =
        ["maximum", "minimum", "maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties"];

    public static string Of(ShapeTable shapes, SchemaShape shape) => Of(shapes, shape, 0);

    private static string Of(ShapeTable shapes, SchemaShape shape, int depth) => shapes.Fingerprint(shape, depth, () =>
    {
        var text = new StringBuilder(string.Join('|', shape.Types.Order(StringComparer.Ordinal))).Append(shape.IsNever ? "false" : "");
        AppendValues(shape, text);
        if (depth < MaxDepth)
        {
            AppendParts(shapes, shape, text, depth + 1);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    });

    private static void AppendValues(SchemaShape shape, StringBuilder text)
    {
        foreach (var keyword in Values.Where(keyword => shape[keyword] is not null))
        {
            text.Append(' ').Append(keyword).Append('=').Append(NodeText.Canonical(shape[keyword]!));
        }

        text.Append(shape.IsNullable ? " nullable" : "");
        foreach (var keyword in Bounds)
        {
            if (shape.Bound(keyword) is { } bound)
            {
                text.Append(' ').Append(keyword).Append(bound.IsExclusive ? '~' : '=').Append(bound.Value);
            }
        }

        if (shape["enum"] is ContractList values)
        {
            text.Append(" enum=").AppendJoin(',', values.Items.Select(NodeText.Canonical).Order(StringComparer.Ordinal));
        }
    }

    private static void AppendParts(ShapeTable shapes, SchemaShape shape, StringBuilder text, int depth)
    {
        foreach (var (name, property) in shape.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(' ').Append(name).Append(shape.Required.Contains(name) ? '!' : '?');
            text.Append(Of(shapes, shapes.Of(property), depth));
        }

        text.Append(" required=").AppendJoin(',', shape.Required.Except(shape.Properties.Keys).Order(StringComparer.Ordinal));
        foreach (var keyword in Parts)
        {
            if ((keyword is "contains" or "not" ? shape[keyword] : shape.Limit(keyword)) is { } part)
            {
                text.Append(' ').Append(keyword).Append(Of(shapes, shapes.Of(part), depth));
            }
        }

        text.AppendJoin('|', shape.Conditions.Select(condition => OfCondition(shapes, condition, depth)).Order(StringComparer.Ordinal));

        foreach (var keyword in SchemaKeywords.Named.Where(keyword => keyword != "$defs"))
        {
            foreach (var (name, part) in ((shape[keyword] as ContractMap)?.Entries ?? []).OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                text.Append(' ').Append(keyword).Append(name).Append(Of(shapes, shapes.Of(part), depth));
            }
        }

        foreach (var item in (shape["prefixItems"] as ContractList)?.Items ?? [])
        {
            text.Append(" prefix").Append(Of(shapes, shapes.Of(item), depth));
        }

        text.AppendJoin(
            '|', shape.Alternatives.Select(item => item.Keyword + Of(shapes, shapes.Of(item.Node), depth)).Order(StringComparer.Ordinal));
    }

    private static string OfCondition(ShapeTable shapes, SchemaCondition condition, int depth) => string.Join(
        ' ', new[] { condition.If, condition.Then, condition.Else }.Select(part => part is null ? "-" : Of(shapes, shapes.Of(part), depth)));
}
