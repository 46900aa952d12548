using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Views;

/// <summary>Removes the components and tags that the paths do not use, directly or indirectly.</summary>
internal sealed class UnusedParts
{
    private readonly ContractDocument _document;
    private readonly HashSet<(string Section, string Name)> _usedComponents = [];
    private readonly HashSet<string> _usedTags = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Section, string Name), Element> _components;

    private UnusedParts(ContractDocument document)
    {
        this._document = document;
        var root = Element.Root(document);
        _components = root.Children().Where(child => child.Kind == ElementKind.Components)
            .SelectMany(all => all.Children())
            .SelectMany(section => section.Children().Select(component => (section, component)))
            .ToDictionary(pair => (pair.section.Key, pair.component.Key), pair => pair.component);

        Use(root.Map!["security"]);
        foreach (var child in root.Children().Where(child => child.Kind != ElementKind.Components))
        {
            Use(child);
        }
    }

    public static ContractDocument Remove(ContractDocument document) =>
        document.With(new UnusedParts(document).Root());

    private void Use(Element part)
    {
        foreach (var element in part.SelfAndDescendants())
        {
            if (element.Reference is { IsString: true } reference)
            {
                Use(reference.Text);
            }

            foreach (var mapped in MappedSchemas(element))
            {
                Use(mapped);
            }

            if (element.Kind == ElementKind.Operation && element.Map is { } operation)
            {
                Use(operation["security"]);
                _usedTags.UnionWith(Texts(operation["tags"]));
            }
        }
    }

    private void Use(string reference)
    {
        var tokens = JsonPointer.Tokens(Uri.UnescapeDataString(reference.TrimStart('#'))).ToList();
        if (tokens is ["components", var section, var name, ..]
            && _components.TryGetValue((section, name), out var component)
            && _usedComponents.Add((section, name)))
        {
            Use(component);
        }
    }

    private void Use(ContractNode? security)
    {
        foreach (var requirement in (security as ContractList)?.Items.OfType<ContractMap>() ?? [])
        {
            _usedComponents.UnionWith(requirement.Entries.Select(entry => ("securitySchemes", entry.Key)));
        }
    }

    // A discriminator maps to references, or to names of component schemas.
    private static IEnumerable<string> MappedSchemas(Element element) =>
        element.IsSchema && element.Map?["discriminator"] is ContractMap discriminator
            ? discriminator.EntriesOf("mapping").Select(entry => entry.Value).Append(discriminator["defaultMapping"]).OfType<ContractScalar>()
                .Select(target => target.Text.StartsWith('#') ? target.Text : $"#/components/schemas/{target.Text}")
            : [];

    private ContractMap Root() => Without(_document.Root, (key, node) => key switch
    {
        "components" => Components(node),
        "tags" => Tags(node),
        _ => node,
    });

    private ContractMap? Components(ContractNode node) =>
        node is not ContractMap sections ? null : OrNothing(Without(sections, (section, content) =>
            content is not ContractMap map || section.StartsWith("x-", StringComparison.Ordinal) ? content
            : OrNothing(Without(map, (name, component) => _usedComponents.Contains((section, name)) ? component : null))));

    private ContractList? Tags(ContractNode node)
    {
        // A used tag also requires its ancestors.
        var parents = TagParents.Of(_document);
        _usedTags.UnionWith(_usedTags.ToList().SelectMany(name => TagParents.Ancestors(parents, name)));
        var tags = (node as ContractList)?.Items.OfType<ContractMap>()
            .Where(tag => tag["name"] is ContractScalar name && _usedTags.Contains(name.Text)).ToList() ?? [];
        return tags.Count == 0 ? null : new ContractList(tags, node.Location);
    }

    private static ContractMap? OrNothing(ContractMap map) => map.Entries.Count == 0 ? null : map;

    private static ContractMap Without(ContractMap map, Func<string, ContractNode, ContractNode?> keep) => new(
        [
            .. from entry in map.Entries
               let kept = keep(entry.Key, entry.Value)
               where kept is not null
               select new KeyValuePair<string, ContractNode>(entry.Key, kept),
        ],
        map.Location);

    private static IEnumerable<string> Texts(ContractNode? list) =>
        (list as ContractList)?.Items.OfType<ContractScalar>().Select(item => item.Text) ?? [];
}
