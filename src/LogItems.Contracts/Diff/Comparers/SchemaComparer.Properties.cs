using LogItems.Contracts.Diff.Shapes;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

internal sealed partial class SchemaComparer
{
    private void CompareProperties(SchemaPair pair)
    {
        var place = pair.Use.Place.OfProperties;
        var before = pair.Before.Members(Before);
        var after = pair.After.Members(After);
        var removed = before.Values.Where(property => !after.ContainsKey(property.Name)).ToList();
        var added = after.Values.Where(property => !before.ContainsKey(property.Name)).ToList();
        foreach (var (was, current) in Renames.Find(removed, added, property => property.Name, Likeness))
        {
            removed.Remove(was);
            added.Remove(current);
            pair.ReportRule($"{place.Id}-renamed", was.Node, current.Node, was.Name, current.Name);
            CompareProperty(pair, was, current);
        }

        removed.ForEach(property => pair.ReportRule(
            PropertyRuleIds.Removed(place, property), property.Node, null, property.Name, null, trace: property.Trace(place)));
        added.ForEach(property => pair.ReportRule(
            PropertyRuleIds.Added(place, property), null, property.Node, null, property.Name, trace: property.Trace(place)));
        foreach (var property in before.Values)
        {
            if (after.TryGetValue(property.Name, out var counterpart))
            {
                CompareProperty(pair, property, counterpart);
            }
        }
    }

    private void CompareProperty(SchemaPair pair, PropertyShape before, PropertyShape after)
    {
        var place = pair.Use.Place.OfProperties;
        if (before.IsRequired != after.IsRequired)
        {
            var sdk = SdkType.Compare(
                SdkType.Of(Before, before.Shape, !before.IsRequired), SdkType.Of(After, after.Shape, !after.IsRequired));
            pair.ReportRule(PropertyRuleIds.Necessity(place, before, after), before.Node, after.Node, Show(before), Show(after), sdk);
        }

        foreach (var id in PropertyRuleIds.Toggles(place, before, after))
        {
            pair.ReportRule(id, before.Node, after.Node, null, null);
        }

        Add(before.Shape, after.Shape, pair.Use with
        {
            Place = place,
            WasOptional = !before.IsRequired,
            IsOptional = !after.IsRequired,
            IsRepeatable = false,
            IsHidden = pair.Use.IsHidden || PropertyRuleIds.IsHidden(place, before) && PropertyRuleIds.IsHidden(place, after),
        }, pair.Site);
    }

    // A property of the same shape is the same one if its prose or at least its name is much the same.
    private static double Likeness(PropertyShape one, PropertyShape other) =>
        one.Fingerprint != other.Fingerprint ? 0
        : one.Description is { Length: > 0 } prose && prose == other.Description ? 1
        : Renames.Likeness(one.Name, other.Name);

    private static string Show(PropertyShape property) => property.IsRequired ? "required" : "optional";
}
