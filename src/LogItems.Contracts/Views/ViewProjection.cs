using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Views;

/// <summary>Copies a document without the parts that do not exist in one version.</summary>
internal sealed partial class ViewProjection(ContractDocument document, int version, bool withExamples)
{
    private readonly bool _isAnnotated = Annotation.Names.Any(document.Root.HasAnywhere);

    public ContractMap Project() => (ContractMap)Project(Element.Root(document))!;

    private ContractNode? Project(Element element)
    {
        if (!Exists(element))
        {
            return null;
        }

        return element.Node switch
        {
            ContractMap map when element.Kind != ElementKind.Data => ProjectMap(element, map),
            ContractList list when element.Kind != ElementKind.Data => ProjectList(element, list),
            var node => node,
        };
    }

    private bool Exists(Element element) =>
        element.OwnVersions.Contains(version)
        && (element.Kind is not (ElementKind.Parameter or ElementKind.Response)
            || Annotation.VersionsOf(document.Resolve(element.Node)).Contains(version));

    private ContractList? ProjectList(Element element, ContractList list)
    {
        var items = element.Children().Select(Project).OfType<ContractNode>().ToList();
        return items.Count == 0 && list.Items.Count > 0 ? null : new ContractList(items, list.Location);
    }

    private ContractMap? ProjectMap(Element element, ContractMap map)
    {
        var entries = new List<KeyValuePair<string, ContractNode>>();
        foreach (var child in element.Children().Where(child => !element.IsAnnotation(child.Key, child.Node)))
        {
            if (Project(child) is { } node)
            {
                entries.Add(new KeyValuePair<string, ContractNode>(child.Key, node));
            }
        }

        if (VanishesWhenEmpty(element, map, entries))
        {
            return null;
        }

        Adjust(element, map, entries);
        return new ContractMap(entries, map.Location);
    }

    private void Adjust(Element element, ContractMap map, List<KeyValuePair<string, ContractNode>> entries)
    {
        AdjustProse(element, entries);
        if (element.IsSchema)
        {
            AdjustSchema(element, map, entries);
        }
        else if (element.Kind == ElementKind.MediaType && map[Annotation.Shapes] is ContractList shapes)
        {
            Replace(entries, "schema", SchemaOfShapes(element, shapes));
        }
        else if (element.Kind is ElementKind.MediaExample or ElementKind.Example && withExamples)
        {
            InlineExample(entries);
        }
        else if (element is { Kind: ElementKind.ServerVariable, Key: "version" })
        {
            PinServerVersion(map, entries);
        }
    }

    private static bool VanishesWhenEmpty(Element element, ContractMap map, List<KeyValuePair<string, ContractNode>> entries) =>
        element.Kind switch
        {
            ElementKind.PathItem => !entries.Any(entry => HttpMethods.All.Contains(entry.Key) || entry.Key is "$ref" or "additionalOperations"),
            ElementKind.Properties or ElementKind.MediaExamples => entries.Count == 0 && map.Entries.Count > 0,
            _ => false,
        };

    private static void Replace(List<KeyValuePair<string, ContractNode>> entries, string key, ContractNode? node)
    {
        var index = entries.FindIndex(entry => entry.Key == key);
        if (node is null)
        {
            entries.RemoveAll(entry => entry.Key == key);
        }
        else if (index >= 0)
        {
            entries[index] = new KeyValuePair<string, ContractNode>(key, node);
        }
        else
        {
            entries.Add(new KeyValuePair<string, ContractNode>(key, node));
        }
    }
}
