using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the parameters of an operation, wherever they are defined.</summary>
internal sealed class ParameterComparer(Comparison comparison)
{
    public void Compare(ContractOperation before, ContractOperation after, ComparisonNode site)
    {
        var was = before.Parameters(comparison.Before.Document).ToList();
        var current = after.Parameters(comparison.After.Document).ToList();
        var pairs = Pairs(was, current, [.. PathTemplate.Names(before.Path)], [.. PathTemplate.Names(after.Path)]);
        CompareOrder(before.Map, after.Map, pairs, site);
        foreach (var (old, replacement) in pairs)
        {
            was.Remove(old);
            current.Remove(replacement);
            Compare(old, replacement, site);
        }

        was.ForEach(parameter => site.Add(
            DeprecationNotice.Of(parameter.Map).RuleOfRemoval(
                comparison.Today, "request-parameter-removed", "request-parameter-removed-before-sunset", "request-parameter-removed-with-deprecation"),
            parameter.Map, after.Map, parameter.Words, null));
        foreach (var parameter in current)
        {
            site.Add(AdditionRule(parameter), before.Map, parameter.Map, null, parameter.Words);
            if (!parameter.IsRequired && IsBeforeOthers(parameter.Map, after.Map, pairs))
            {
                site.Add("request-parameter-inserted", before.Map, parameter.Map, null, parameter.Words);
            }
        }
    }

    // Positional arguments of the SDK's method move after it.
    private bool IsBeforeOthers(ContractMap parameter, ContractMap operation, List<(ContractParameter Before, ContractParameter After)> pairs)
    {
        var own = OwnParameters(operation, comparison.After.Document);
        var position = own.IndexOf(parameter);
        return position >= 0 && pairs.Exists(pair => !pair.Before.IsRequired && !pair.After.IsRequired && own.IndexOf(pair.After.Map) > position);
    }

    private List<(ContractParameter Before, ContractParameter After)> Pairs(
        List<ContractParameter> before, List<ContractParameter> after, List<string> names, List<string> otherNames)
    {
        var pairs = new List<(ContractParameter Before, ContractParameter After)>();
        Take((one, other) => one.Key == other.Key ? 1 : 0);
        Take((one, other) => one.IsInPath && other.IsInPath && names.IndexOf(one.Name) == otherNames.IndexOf(other.Name) ? 1 : 0);
        Take((one, other) => !one.IsInPath && !other.IsInPath && one.Name == other.Name ? 1 : 0);
        Take((one, other) => one.In == other.In && !one.IsInPath && comparison.Before.FingerprintOf(one) == comparison.After.FingerprintOf(other)
            ? one.Description is { Length: > 0 } prose && prose == other.Description ? 1 : Renames.Similarity(one.Name, other.Name)
            : 0);
        return pairs;

        void Take(Func<ContractParameter, ContractParameter, double> similarity)
        {
            var (removed, added) = (
                before.Except(pairs.Select(pair => pair.Before)).ToList(), after.Except(pairs.Select(pair => pair.After)).ToList());
            pairs.AddRange(Renames.Find(removed, added, parameter => parameter.Key, similarity));
        }
    }

    /// <summary>The serialization of several values, with defaults applied.</summary>
    public static string StyleOf(ContractParameter parameter) => parameter.IsExploded ? $"{parameter.Style}, exploded" : parameter.Style;

    // The SDK's method takes the operation's own parameters in the order of the document, required ones first.
    private void CompareOrder(
        ContractMap before, ContractMap after, List<(ContractParameter Before, ContractParameter After)> pairs, ComparisonNode site)
    {
        var (was, current) = (OwnParameters(before, comparison.Before.Document), OwnParameters(after, comparison.After.Document));
        var lasting = pairs.Where(pair => pair.Before.IsRequired == pair.After.IsRequired && was.Contains(pair.Before.Map) && current.Contains(pair.After.Map))
            .OrderBy(pair => !pair.Before.IsRequired).ThenBy(pair => was.IndexOf(pair.Before.Map)).ToList();
        var order = lasting.OrderBy(pair => !pair.After.IsRequired).ThenBy(pair => current.IndexOf(pair.After.Map)).ToList();
        if (!lasting.SequenceEqual(order))
        {
            site.Add(
                "request-parameter-order-changed", before["parameters"]!, after["parameters"]!,
                string.Join(", ", lasting.Select(pair => pair.Before.Name)), string.Join(", ", order.Select(pair => pair.After.Name)));
        }
    }

    private static List<ContractMap?> OwnParameters(ContractMap operation, ContractDocument document) =>
        [.. operation.ItemsOf("parameters").Select(document.ResolveMap)];

    private static string AdditionRule(ContractParameter parameter) =>
        parameter.IsInPath ? "new-request-path-parameter"
        : parameter.IsRequired ? "new-required-request-parameter"
        : "new-optional-request-parameter";

    private void Compare(ContractParameter before, ContractParameter after, ComparisonNode site)
    {
        CompareIdentity(before, after, site);
        if (before.IsRequired != after.IsRequired)
        {
            Report(after.IsRequired ? "request-parameter-became-required" : "request-parameter-became-optional", null, null);
        }

        if (before.In == after.In && StyleOf(before) != StyleOf(after))
        {
            Report("request-parameter-style-changed", StyleOf(before), StyleOf(after));
        }

        if (before.MediaType != after.MediaType)
        {
            Report("request-parameter-content-type-changed", before.MediaType ?? "text", after.MediaType ?? "text");
        }

        if (before.Map.IsTrue("allowReserved") != after.Map.IsTrue("allowReserved"))
        {
            Report("request-parameter-allow-reserved-changed", null, null);
        }

        if (before.Map.IsTrue("allowEmptyValue") != after.Map.IsTrue("allowEmptyValue"))
        {
            Report(
                after.Map.IsTrue("allowEmptyValue") ? "request-parameter-empty-value-allowed" : "request-parameter-empty-value-forbidden", null, null);
        }

        DeprecationRules.OfParameters.Compare(before.Map, after.Map, site);
        CompareSchemas(before, after, site);

        void Report(string id, string? was, string? current) => site.Add(id, before.Map, after.Map, was, current);
    }

    private static void CompareIdentity(ContractParameter before, ContractParameter after, ComparisonNode site)
    {
        if (before.Key == after.Key)
        {
            return;
        }

        var id = before.In != after.In ? "request-parameter-location-changed"
            : before.IsInPath ? "request-path-parameter-renamed"
            : "request-parameter-renamed";
        site.Add(id, before.Map, after.Map, before.Words, after.Words);
    }

    private void CompareSchemas(ContractParameter before, ContractParameter after, ComparisonNode site)
    {
        var place = before.In == "header" && after.In == "header" ? SchemaLocation.HeaderParameter : SchemaLocation.Parameter;
        var isText = before.IsText && after.IsText;
        var use = new SchemaUse(place, isText, !before.IsRequired, !after.IsRequired)
        {
            IsRepeatable = before.IsRepeatable && after.IsRepeatable,
        };
        comparison.CompareSchemas(comparison.Before.Of(before), comparison.After.Of(after), use, site);
    }
}
