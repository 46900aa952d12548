using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Diff.Shapes;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

internal sealed partial class SchemaComparer
{
    private void CompareProperties(SchemaPair pair)
    {
        var place = pair.Use.Location.OfProperties;
        var before = pair.Before.Members(Before);
        var after = pair.After.Members(After);
        if (!place.IsResponse)
        {
            (before, after) = (WithRequired(before, pair.Before, Before), WithRequired(after, pair.After, After));
        }

        var removed = before.Values.Where(property => !after.ContainsKey(property.Name)).ToList();
        var added = after.Values.Where(property => !before.ContainsKey(property.Name)).ToList();
        foreach (var (was, current) in Renames.Find(removed, added, property => property.Name, Similarity))
        {
            removed.Remove(was);
            added.Remove(current);
            pair.Report("property-renamed", was.Node, current.Node, was.Name, current.Name, place: place);
            CompareProperty(pair, was, current);
        }

        removed.ForEach(property => pair.Report(
            Removal(place, property), property.Node, null, property.Name, null, SdkLevelOf(property, pair.Before), Trace(place, property),
            SdkLevelOf(property, pair.Before) is null ? null : NotAffected, place));
        added.ForEach(property => pair.Report(
            Addition(place, property), null, property.Node, null, property.Name, SdkLevelOf(property, pair.After), Trace(place, property),
            place: place));
        foreach (var property in before.Values)
        {
            if (after.TryGetValue(property.Name, out var counterpart))
            {
                CompareProperty(pair, property, counterpart);
            }
        }
    }

    // Callers must send a required property even if it is not described; it then has the schema of additional properties.
    private static IReadOnlyDictionary<string, PropertyShape> WithRequired(
        IReadOnlyDictionary<string, PropertyShape> members, SchemaShape owner, ShapeTable shapes)
    {
        var undescribed = owner.Required.Where(name => !members.ContainsKey(name)).ToList();
        if (undescribed.Count == 0)
        {
            return members;
        }

        var shape = owner["additionalProperties"] is ContractMap others ? shapes.Of(others) : SchemaShape.Anything(owner.Node);
        return members.Concat(undescribed.Select(name => KeyValuePair.Create(name, new PropertyShape(name, owner.Node, shapes, shape, true))))
            .ToDictionary(StringComparer.Ordinal);
    }

    // A required property without a description is not a member of the SDK's class, and remains allowed when it is no longer required.
    private static FindingLevel? SdkLevelOf(PropertyShape property, SchemaShape owner) =>
        property.Node == owner.Node ? FindingLevel.None : null;

    private void CompareProperty(SchemaPair pair, PropertyShape before, PropertyShape after)
    {
        var place = pair.Use.Location.OfProperties;
        var isHidden = IsHidden(place, before) && IsHidden(place, after);
        if (before.IsRequired != after.IsRequired)
        {
            var sdk = SdkType.Compare(
                SdkType.Of(Before, before.Shape, !before.IsRequired), SdkType.Of(After, after.Shape, !after.IsRequired));
            pair.Report(Necessity(after, isHidden), before.Node, after.Node, Show(before), Show(after), sdk, place: place);
        }

        foreach (var change in Toggles(place, before, after))
        {
            pair.Report(change, before.Node, after.Node, null, null, place: place);
        }

        Add(before.Shape, after.Shape, pair.Use with
        {
            Location = place,
            WasOptional = !before.IsRequired,
            IsOptional = !after.IsRequired,
            IsRepeatable = false,
            // Deployed callers do not exchange a property that was not, or no longer is, part of the exchange.
            IsHidden = pair.Use.IsHidden || IsHidden(place, before) || IsHidden(place, after),
        }, pair.Site);
    }

    // A property of the same shape is the same one if its prose, or at least its name, is similar.
    private static double Similarity(PropertyShape one, PropertyShape other) =>
        one.Fingerprint != other.Fingerprint ? 0
        : one.Description is { Length: > 0 } prose && prose == other.Description ? 1
        : Renames.Similarity(one.Name, other.Name);

    private static string Show(PropertyShape property) => property.IsRequired ? "required" : "optional";

    private static ChangeTrace Trace(SchemaLocation place, PropertyShape property) => new(place, property.Name, property.Fingerprint);

    private static string Addition(SchemaLocation place, PropertyShape property) => (IsHidden(place, property), property.IsRequired) switch
    {
        (true, true) => "hidden-required-property-added",
        (true, false) => "hidden-optional-property-added",
        (false, true) => "required-property-added",
        (false, false) => "optional-property-added",
    };

    private static string Removal(SchemaLocation place, PropertyShape property) => (IsHidden(place, property), property.IsRequired) switch
    {
        (true, true) => "hidden-required-property-removed",
        (true, false) => "hidden-optional-property-removed",
        (false, true) => "required-property-removed",
        (false, false) => "optional-property-removed",
    };

    private static string Necessity(PropertyShape after, bool isHidden) => (isHidden, after.IsRequired) switch
    {
        (true, true) => "hidden-property-became-required",
        (true, false) => "hidden-property-became-optional",
        (false, true) => "property-became-required",
        (false, false) => "property-became-optional",
    };

    private static IEnumerable<string> Toggles(SchemaLocation place, PropertyShape before, PropertyShape after)
    {
        var isInBody = place == SchemaLocation.RequestProperty || place == SchemaLocation.ResponseProperty;
        var isRequired = before.IsRequired && after.IsRequired;
        if (isInBody && before.Shape.IsReadOnly != after.Shape.IsReadOnly)
        {
            yield return (isRequired, after.Shape.IsReadOnly) switch
            {
                (true, true) => "required-property-became-read-only",
                (true, false) => "required-property-became-not-read-only",
                (false, true) => "optional-property-became-read-only",
                (false, false) => "optional-property-became-not-read-only",
            };
        }

        if (isInBody && before.Shape.IsWriteOnly != after.Shape.IsWriteOnly)
        {
            yield return (isRequired, after.Shape.IsWriteOnly) switch
            {
                (true, true) => "required-property-became-write-only",
                (true, false) => "required-property-became-not-write-only",
                (false, true) => "optional-property-became-write-only",
                (false, false) => "optional-property-became-not-write-only",
            };
        }

        var (was, current) = (before.Shape.IsTrue("deprecated"), after.Shape.IsTrue("deprecated"));
        if (was != current)
        {
            yield return was ? "property-reactivated"
                : after.Shape["x-sunset"] is not { } sunset ? "property-deprecated"
                : new DeprecationNotice(true, sunset).Sunset is null ? "property-deprecated-sunset-invalid"
                : "property-deprecated-with-sunset";
        }
    }

    // Read-only properties are not part of requests, and write-only ones not part of responses.
    private static bool IsHidden(SchemaLocation place, PropertyShape property) =>
        place == SchemaLocation.ResponseProperty ? property.Shape.IsWriteOnly
        : place == SchemaLocation.RequestProperty && property.Shape.IsReadOnly;
}
