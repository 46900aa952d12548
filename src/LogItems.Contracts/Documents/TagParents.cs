namespace LogItems.Contracts.Documents;

/// <summary>The nesting of a document's tags.</summary>
internal static class TagParents
{
    /// <summary>The tags by name, each with the name of its parent, or null.</summary>
    public static IReadOnlyDictionary<string, string?> Of(ContractDocument document)
    {
        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var tag in document.Root.ItemsOf("tags").OfType<ContractMap>())
        {
            if (tag.TextOf("name") is { } name)
            {
                parents.TryAdd(name, tag.TextOf("parent"));
            }
        }

        return parents;
    }

    /// <summary>The ancestors of a tag, innermost first, each once.</summary>
    public static IReadOnlyCollection<string> Ancestors(IReadOnlyDictionary<string, string?> parents, string name)
    {
        var ancestors = new HashSet<string>(StringComparer.Ordinal);
        for (var next = parents.GetValueOrDefault(name); next is not null && ancestors.Add(next);)
        {
            next = parents.GetValueOrDefault(next);
        }

        return ancestors;
    }
}
