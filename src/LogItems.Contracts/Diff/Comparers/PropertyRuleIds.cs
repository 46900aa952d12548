using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Diff.Shapes;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>The ids of the rules for properties, which say more about the property than other ids do.</summary>
internal static class PropertyRuleIds
{
    public static string Added(SchemaLocation place, PropertyShape property) =>
        place.IsResponse ? $"response-{Necessity(property)}{(IsHidden(place, property) ? "-write-only" : "")}-property-added"
        : IsHidden(place, property) ? "request-read-only-property-added"
        : $"new-{Necessity(property)}-{place.Id}";

    public static string Removed(SchemaLocation place, PropertyShape property) =>
        place.IsResponse ? $"response-{Necessity(property)}{(IsHidden(place, property) ? "-write-only" : "")}-property-removed"
        : IsHidden(place, property) ? "request-read-only-property-removed"
        : $"{place.Id}-removed";

    public static string Necessity(SchemaLocation place, PropertyShape before, PropertyShape after)
    {
        var noun = !IsHidden(place, before) || !IsHidden(place, after) ? place.Id
            : place.IsResponse ? "response-write-only-property"
            : "request-read-only-property";
        return $"{noun}-became-{Necessity(after)}";
    }

    /// <summary>The rules for what a property says about itself.</summary>
    public static IEnumerable<string> Toggles(SchemaLocation place, PropertyShape before, PropertyShape after)
    {
        var isInBody = place == SchemaLocation.RequestProperty || place == SchemaLocation.ResponseProperty;
        var necessity = before.IsRequired && after.IsRequired ? "required" : "optional";
        var noun = $"{(place.IsResponse ? "response" : "request")}-{necessity}-property";
        if (isInBody && before.Shape.IsReadOnly != after.Shape.IsReadOnly)
        {
            yield return $"{noun}-became{(after.Shape.IsReadOnly ? "" : "-not")}-read-only";
        }

        if (isInBody && before.Shape.IsWriteOnly != after.Shape.IsWriteOnly)
        {
            yield return $"{noun}-became{(after.Shape.IsWriteOnly ? "" : "-not")}-write-only";
        }

        var (was, current) = (before.Shape.IsTrue("deprecated"), after.Shape.IsTrue("deprecated"));
        if (was != current)
        {
            var hasSunset = place.IsResponse && after.Shape["x-sunset"] is not null;
            yield return $"{place.Id}-{(was ? "reactivated" : hasSunset ? "deprecated-with-sunset" : "deprecated")}";
        }
    }

    /// <summary>Whether a property is no part of the exchange.</summary>
    public static bool IsHidden(SchemaLocation place, PropertyShape property) =>
        place == SchemaLocation.ResponseProperty ? property.Shape.IsWriteOnly
        : place == SchemaLocation.RequestProperty && property.Shape.IsReadOnly;

    private static string Necessity(PropertyShape property) => property.IsRequired ? "required" : "optional";
}
