using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the bodies of a request or of a response: media type by media type.</summary>
internal sealed class ContentComparer(Comparison comparison)
{
    /// <param name="before">The parent of the content in the base.</param>
    /// <param name="after">The parent of the content in the revision.</param>
    /// <param name="place">The location of the bodies.</param>
    /// <param name="site">The node to report changes at.</param>
    public void Compare(ContractMap before, ContractMap after, SchemaLocation place, ComparisonNode site)
    {
        var was = Bodies(before, comparison.Before);
        var current = Bodies(after, comparison.After);
        foreach (var (old, replacement) in Pairs(was, current))
        {
            was.Remove(old);
            current.Remove(replacement);
            Compare(old, replacement, place, site);
        }

        was.ForEach(body => site.Add(
            place.IsResponse ? "response-media-type-removed" : "request-body-media-type-removed",
            body.Node, after["content"] ?? after, body.Name, null));
        current.ForEach(body => site.Add(
            place.IsResponse ? "response-media-type-added" : "request-body-media-type-added",
            before["content"] ?? before, body.Node, null, body.Name));
    }

    private static List<(Body Before, Body After)> Pairs(List<Body> before, List<Body> after)
    {
        var pairs = new List<(Body Before, Body After)>();
        Add((one, other) => one.Type == other.Type ? 1 : 0);
        Add((one, other) => one.Fingerprint == other.Fingerprint ? Math.Max(0.5, Renames.Similarity(one.Name, other.Name)) : 0);
        Add((one, other) => one.Type.Covers(other.Type) || other.Type.Covers(one.Type) ? 1 : 0);
        return pairs;

        void Add(Func<Body, Body, double> similarity)
        {
            var (removed, added) = (
                before.Except(pairs.Select(pair => pair.Before)).ToList(), after.Except(pairs.Select(pair => pair.After)).ToList());
            pairs.AddRange(Renames.Find(removed, added, body => body.Name, similarity));
        }
    }

    private void Compare(Body before, Body after, SchemaLocation place, ComparisonNode site)
    {
        if (before.Type != after.Type)
        {
            var rule = after.Type.Covers(before.Type) ? place.IsResponse ? "response-media-type-name-generalized" : "request-body-media-type-name-generalized"
                : before.Type.Covers(after.Type) ? place.IsResponse ? "response-media-type-name-specialized" : "request-body-media-type-name-specialized"
                : place.IsResponse ? "response-media-type-name-changed" : "request-body-media-type-name-changed";
            if (MediaTypeName.AreSame(before.Type, after.Type))
            {
                site.Add(rule, before.Node, after.Node, before.Name, after.Name, FindingLevel.Info, "JSON is written in UTF-8 with or without it");
            }
            else if (rule == "response-media-type-name-changed" && !before.Type.IsReadLike(after.Type))
            {
                site.Add(rule, before.Node, after.Node, before.Name, after.Name, FindingLevel.Error, "callers that read the former fail");
            }
            else
            {
                site.Add(rule, before.Node, after.Node, before.Name, after.Name);
            }
        }

        var use = new SchemaUse(
            place, before.Type.IsText && after.Type.IsText, !place.IsResponse && before.IsOptional, !place.IsResponse && after.IsOptional)
        {
            IsXml = before.Type.IsXml && after.Type.IsXml,
        };
        CompareSchemas(before.Schema, after.Schema, (before.Node, after.Node), use, site);
        // OpenAPI 3.2 can describe the items of a sequence.
        CompareSchemas(before.ItemSchema, after.ItemSchema, (before.Node, after.Node), use with { WasOptional = false, IsOptional = false }, site);
    }

    private void CompareSchemas(
        ContractNode? before, ContractNode? after, (ContractNode Before, ContractNode After) owners, SchemaUse use, ComparisonNode site)
    {
        if (before is not null && after is not null)
        {
            comparison.CompareSchemas(comparison.Before.Of(before), comparison.After.Of(after), use, site);
        }
        else if (before is not null || after is not null)
        {
            site.Add(
                (use.Location.IsResponse, after is null) switch
                {
                    (true, true) => "response-body-media-type-schema-removed",
                    (true, false) => "response-body-media-type-schema-added",
                    (false, true) => "request-body-media-type-schema-removed",
                    (false, false) => "request-body-media-type-schema-added",
                },
                before ?? owners.Before, after ?? owners.After, null, null);
        }
    }

    private static List<Body> Bodies(ContractMap owner, ShapeTable shapes) =>
        [.. owner.EntriesOf("content").Select(entry => new Body(entry.Key, owner, entry.Value, shapes))];

    private sealed record Body(string Name, ContractMap Owner, ContractNode Node, ShapeTable Shapes)
    {
        private ContractMap? Map { get; } = Shapes.Document.ResolveMap(Node);

        public ContractNode? Schema => Map?["schema"];

        public ContractNode? ItemSchema => Map?["itemSchema"];

        public MediaTypeName Type { get; } = MediaTypeName.Parse(Name);

        public bool IsOptional => !Owner.IsTrue("required");

        public string Fingerprint => Shapes.FingerprintOfBody(Map);
    }
}
