using System.Collections.Concurrent;
using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>An OpenAPI document (3.0, 3.1 or 3.2) in which every node has its location in the file; immutable.</summary>
/// <remarks>All references are local and resolve: loading rejects anything else.</remarks>
public sealed partial class ContractDocument
{
    // A few references occur many times.
    private readonly ConcurrentDictionary<string, ContractNode?> _references = new(StringComparer.Ordinal);

    internal ContractDocument(ContractMap root, string file, DocumentFolder? folder = null)
    {
        Root = root;
        File = file;
        Folder = folder;
    }

    /// <summary>The document's root object.</summary>
    public ContractMap Root { get; }

    /// <summary>The file as specified on loading; relative <c>externalValue</c> paths start from its folder.</summary>
    public string File { get; }

    /// <summary>The version of OpenAPI that the document is written in: <c>3.0</c>, <c>3.1</c> or <c>3.2</c>.</summary>
    public string OpenApiVersion => Root.TextOf("openapi") is { Length: >= 3 } version ? version[..3] : "3.0";

    /// <summary>Gets whether schemas are those of OpenAPI 3.0 rather than JSON Schema 2020-12.</summary>
    internal bool IsOpenApi30 => OpenApiVersion == "3.0";

    /// <summary>The path of the first server, with variables replaced by their defaults and without a trailing slash: <c>/v8</c>; empty if no
    /// server has one.</summary>
    public string BasePath => ServerPath.All(Root).FirstOrDefault() ?? "";

    /// <summary>The folder of the files that the document refers to; null if there are none.</summary>
    internal DocumentFolder? Folder { get; }

    /// <summary>The node at a JSON pointer (<c>/paths/~1JobSessions/get</c>), or null if absent.</summary>
    public ContractNode? Find(string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        if (pointer.Length > 0 && pointer[0] != '/')
        {
            return null;
        }

        ContractNode? node = Root;
        foreach (var token in JsonPointer.Tokens(pointer))
        {
            node = node switch
            {
                ContractMap map => map[token],
                ContractList list => ItemAt(list, token),
                _ => null,
            };
        }

        return node;
    }

    /// <summary>The same document for a service at another address.</summary>
    /// <param name="url">The <c>url</c> of the document's only server: an address or just a path, such as <c>/api/v1</c>.</param>
    public ContractDocument WithServer(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var place = (Root["servers"] ?? Root).Location;
        var server = new ContractMap([new("url", new ContractScalar(ScalarKind.String, url, place))], place);
        return With(new ContractMap(
            [.. Root.Entries.Where(entry => entry.Key != "servers"), new("servers", new ContractList([server], place))], Root.Location));
    }

    /// <summary>The target of a reference object; any other node is returned as is.</summary>
    public ContractNode Resolve(ContractNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        while (node is ContractMap map && map.TryGetString("$ref", out var reference) && FindReference(reference) is { } target)
        {
            node = target;
        }

        return node;
    }

    internal ContractNode? FindReference(string reference) => _references.GetOrAdd(reference, static (text, document) =>
        text is "#" ? document.Root : text.StartsWith("#/", StringComparison.Ordinal) ? document.Find(Uri.UnescapeDataString(text[1..])) : null, this);

    private static ContractNode? ItemAt(ContractList list, string token) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count
            ? list.Items[index]
            : null;

    /// <summary>The elements, while they are in use.</summary>
    internal WeakReference<Element>? Elements { get; set; }

    /// <summary>Creates a document derived from this one.</summary>
    internal ContractDocument With(ContractMap root) => new(root, File, Folder);

    /// <summary>The node that a reference resolves to, unless it has siblings that count.</summary>
    internal ContractNode Named(ContractNode node) => IsOpenApi30 || node is ContractMap { Entries.Count: 1 } ? Resolve(node) : node;

    internal ContractMap? ResolveMap(ContractNode? node) => node is null ? null : Resolve(node) as ContractMap;
}
