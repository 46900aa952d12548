using LogItems.Contracts.Diff.Shapes;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

internal sealed partial class SchemaComparer
{
    /// <summary>Compares the types and returns whether the rest of the schemas can be compared.</summary>
    private bool CompareType(SchemaPair pair)
    {
        var (before, after, use) = (pair.Before, pair.After, pair.Use);
        if (use.IsRepeatable && before.Type != after.Type && (IsListOf(before, after, After) || IsListOf(after, before, Before)))
        {
            ReportType(pair, use.Location.IsParameter && before.Type == "array" ? "type-changed" : "type-generalized");

            // A single value is a list of one item, and must match the schema of an item.
            Add(ItemOf(before, Before), ItemOf(after, After), use with { IsRepeatable = false }, pair.Site);
            return false;
        }

        if (before.Types.Count > 1 || after.Types.Count > 1)
        {
            if (TypeRelation.RuleForLists(Before.TypesOf(before), After.TypesOf(after)) is { } change)
            {
                ReportType(pair, change);
            }

            return true;
        }

        var (oldType, newType) = (Before.TypeOf(before), After.TypeOf(after));
        if (TypeRelation.RuleFor(use.Location, (before, oldType), (after, newType), use.IsText) is { } rule)
        {
            ReportType(pair, rule);
        }
        else if (IsNumber(before) && IsNumber(after)
            && SdkType.CompareNumbers(SdkType.OfValue(Before, before), SdkType.OfValue(After, after)) is not 0 and var order)
        {
            var suffix = order < 0 ? "type-generalized" : "type-specialized";
            ReportType(pair, suffix, isOfSdk: true);
        }

        return oldType == newType || oldType is null || newType is null || (IsNumber(before) && IsNumber(after));
    }

    /// <param name="pair">The schemas.</param>
    /// <param name="suffix">The suffix of the rule ID.</param>
    /// <param name="isOfSdk">Whether only the SDK's types differ, for the same values.</param>
    private void ReportType(SchemaPair pair, string suffix, bool isOfSdk = false)
    {
        var (was, current) = (SdkType.OfValue(Before, pair.Before), SdkType.OfValue(After, pair.After));
        pair.Report(
            suffix,
            pair.Before["type"] ?? pair.Before["format"],
            pair.After["type"] ?? pair.After["format"],
            isOfSdk ? was : ShowType(pair.Before),
            isOfSdk ? current : ShowType(pair.After),
            SdkType.Compare(was, current),
            meaning: isOfSdk ? (FindingLevel.None, "the values on the wire stay the same, the SDK's type does not") : null);
    }

    private static SchemaShape ItemOf(SchemaShape shape, ShapeTable shapes) =>
        shape.Type == "array" && shape["items"] is { } items ? shapes.Of(items) : shape;

    private static bool IsListOf(SchemaShape item, SchemaShape list, ShapeTable shapes) =>
        list.Type == "array" && list["items"] is { } items && shapes.Of(items) is var shape
        && shape.Type == item.Type && shape.Format == item.Format;

    private static bool IsNumber(SchemaShape shape) => shape.Type is "integer" or "number";

    private static string ShowType(SchemaShape shape) =>
        shape.Types.Count == 0 ? "anything" : string.Join(" or ", shape.Types) + (shape.Format is null ? "" : $" ({shape.Format})");

    private void CompareNull(SchemaPair pair)
    {
        // If any type is allowed, the change of the type already includes null.
        if (pair.Before.IsNullable != pair.After.IsNullable && !pair.Before.AdmitsAnyType && !pair.After.AdmitsAnyType)
        {
            var sdk = SdkType.Compare(
                SdkType.Of(Before, pair.Before, pair.Use.WasOptional), SdkType.Of(After, pair.After, pair.Use.IsOptional));
            pair.Report(
                pair.After.IsNullable ? "became-nullable" : "became-not-nullable",
                pair.Before["nullable"], pair.After["nullable"], ShowNull(pair.Before), ShowNull(pair.After), sdk);
        }
    }

    private static string ShowNull(SchemaShape shape) => shape.IsNullable ? "nullable" : "not nullable";

    private void CompareNames(SchemaPair pair)
    {
        var (was, current) = (pair.Before.Name, pair.After.Name);
        if ((was ?? current) is { } only && (was is null || current is null) && IsTextEnum(pair.Before) && IsTextEnum(pair.After))
        {
            comparison.Document.Add(
                was is null ? "api-schema-enum-extracted" : "api-schema-enum-inlined", pair.Before.Node, pair.After.Node,
                was is null ? null : only, was is null ? only : null);
        }

        if (was is null || current is null || was == current || !IsClass(Before, pair.Before) || !IsClass(After, pair.After))
        {
            return;
        }

        var isRename = Component(After, was) is null || Component(Before, current) is null;
        comparison.Document.Add(
            isRename ? "api-schema-renamed" : "api-schema-replaced", Component(Before, was)!, Component(After, current)!, was, current);
    }

    private static bool IsTextEnum(SchemaShape shape) => shape.Type == "string" && shape["enum"] is not null;

    private static bool IsClass(ShapeTable shapes, SchemaShape shape) => SdkType.OfValue(shapes, shape) is "class" or "enum";

    private static ContractNode? Component(ShapeTable shapes, string name) =>
        shapes.Document.FindReference($"#/components/schemas/{name}");
}
