using System.Globalization;
using System.Text.RegularExpressions;

namespace LogItems.Contracts.Documents;

/// <summary>Includes the files that a document refers to; no file outside the document's folder is read, and documents on servers
/// only if that is allowed.</summary>
internal sealed partial class ReferencedFiles
{
    private const int MaxFiles = 1000;
    private const string Extension = "x-files";

    private static readonly HashSet<string> SchemaKeys =
        new(["schema", "items", "additionalProperties", "not", "itemSchema", .. SchemaKeywords.Single], StringComparer.Ordinal);
    private static readonly HashSet<string> SchemaLists =
        new(["properties", "allOf", "oneOf", "anyOf", "schemas", "prefixItems", .. SchemaKeywords.Named], StringComparer.Ordinal);

    private readonly string _rootFile;
    private readonly bool _isFile;
    private readonly DocumentFolder _folder;
    private readonly RemoteFiles? _remote;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<string> _names;
    private readonly Dictionary<string, ContractNode> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<(string File, string Pointer, bool IsSchema), string> _references = [];
    private readonly List<KeyValuePair<string, ContractNode>> _schemas = [];
    private readonly List<KeyValuePair<string, ContractNode>> _others = [];

    private ReferencedFiles(
        ContractMap root, string file, DocumentFolder folder, RemoteFiles? remote, CancellationToken cancellationToken)
    {
        _isFile = File.Exists(file);
        _rootFile = _isFile ? RealPath.Of(file) : file;
        (this._folder, this._remote, this._cancellationToken) = (folder, remote, cancellationToken);
        _names = [.. Schemas(root)?.Entries.Select(entry => entry.Key) ?? []];
        _files.Add(_rootFile, root);
    }

    /// <summary>Returns the document with its targets in other files included, each once.</summary>
    /// <param name="root">The document.</param>
    /// <param name="file">Its path, its address, or another name that relative paths cannot be based on.</param>
    /// <param name="folder">Reads local files.</param>
    /// <param name="remote">Reads documents on servers; null if that is not allowed.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ContractLoadException">A file is outside the document's folder or cannot be read.</exception>
    public static ContractMap Include(
        ContractMap root, string file, DocumentFolder folder, RemoteFiles? remote, CancellationToken cancellationToken)
    {
        if (!MayRefer(root))
        {
            return root;
        }

        var included = new ReferencedFiles(root, file, folder, remote, cancellationToken);
        var rewritten = (ContractMap)included.Rewrite(root, included._rootFile, isSchema: false, key: "");
        return included._references.Count == 0 ? root : included.Assemble(rewritten);
    }

    /// <summary>Determines whether there can be a reference to a file; most documents have none and need no copy.</summary>
    private static bool MayRefer(ContractNode node)
    {
        switch (node)
        {
            case ContractMap map:
                foreach (ref readonly var entry in map.Span)
                {
                    if (entry is { Key: "$ref", Value: ContractScalar { IsString: true } reference } ? !reference.Text.StartsWith('#') : MayRefer(entry.Value))
                    {
                        return true;
                    }
                }

                return false;
            case ContractList list:
                return list.Items.Any(MayRefer);
            default:
                return false;
        }
    }

    private ContractNode Rewrite(ContractNode node, string file, bool isSchema, string key)
    {
        switch (node)
        {
            case ContractMap map when map.TryGetString("$ref", out var reference) && Target(reference, file, map["$ref"]!, isSchema) is { } target:
                return new ContractMap(
                    [.. map.Entries.Select(entry => entry.Key == "$ref"
                        ? KeyValuePair.Create<string, ContractNode>("$ref", new ContractScalar(ScalarKind.String, target, entry.Value.Location))
                        : Rewrite(entry, file, key))], map.Location);
            case ContractMap map:
                return new ContractMap([.. map.Entries.Select(entry => Rewrite(entry, file, key))], map.Location);
            case ContractList list:
                return new ContractList([.. list.Items.Select(item => Rewrite(item, file, SchemaLists.Contains(key), ""))], list.Location);
            default:
                return node;
        }
    }

    private KeyValuePair<string, ContractNode> Rewrite(KeyValuePair<string, ContractNode> entry, string file, string key) => KeyValuePair.Create(
        entry.Key, Rewrite(entry.Value, file, SchemaKeys.Contains(entry.Key) || SchemaLists.Contains(key), entry.Key));

    /// <summary>The reference within the resulting document; null if it remains unchanged.</summary>
    private string? Target(string reference, string file, ContractNode place, bool isSchema)
    {
        var parts = reference.Split('#', 2);
        var pointer = parts.Length == 2 ? parts[1] : "";
        var target = parts[0].Length == 0 ? file : Locate(parts[0], file, place);
        if (target is null)
        {
            return null;
        }

        if (target == _rootFile)
        {
            return parts[0].Length == 0 ? null : $"#{pointer}";
        }

        var key = (target, pointer, isSchema);
        if (!_references.TryGetValue(key, out var local))
        {
            var name = isSchema ? NewName(target, pointer) : _others.Count.ToString(CultureInfo.InvariantCulture);
            local = isSchema ? $"#/components/schemas/{name}" : $"#/{Extension}/{name}";
            _references.Add(key, local);
            var list = isSchema ? _schemas : _others;
            var position = list.Count;
            var found = Find(Read(target, place), pointer) ?? throw new ContractLoadException(
                place.Location, $"the reference '{NodeText.Shorten(reference)}' has no target.", "Add its target or correct its name.");

            // The target is added first, because its own references are added after it and may refer back.
            list.Add(KeyValuePair.Create(name, found));
            list[position] = KeyValuePair.Create(name, Rewrite(found, target, isSchema, ""));
        }

        return local;
    }

    // A document from a server cannot refer to a file.
    private string? Locate(string name, string from, ContractNode place) =>
        DocumentFolder.IsOnTheWeb(from) ? (_remote is null ? null : RemoteFiles.Find(name, from))
        : DocumentFolder.IsOnTheWeb(name) ? (_remote is null ? null : RemoteFiles.Find(name, from: null))
        : !_isFile || name.Contains("://", StringComparison.Ordinal) ? null
        : _folder.Find(Uri.UnescapeDataString(name), from, place.Location);

    private string NewName(string file, string pointer)
    {
        var path = DocumentFolder.IsOnTheWeb(file) ? new Uri(file).AbsolutePath : file;
        var stem = pointer.Length > 1 ? JsonPointer.Tokens(pointer).Last() : Path.GetFileNameWithoutExtension(path);
        var name = Unsafe().Replace(stem, "_");
        for (var number = 2; !_names.Add(name); number++)
        {
            name = $"{Unsafe().Replace(stem, "_")}_{number}";
        }

        return name;
    }

    private ContractNode Read(string file, ContractNode place)
    {
        if (!_files.TryGetValue(file, out var node))
        {
            if (_files.Count >= MaxFiles)
            {
                throw new ContractLoadException(place.Location, $"it refers to more than {MaxFiles} files.", "Join some of them.");
            }

            node = DocumentFolder.IsOnTheWeb(file)
                ? _remote!.Read(file, place.Location)
                : _folder.Read(file, place.Location, _cancellationToken);
            _files.Add(file, node);
        }

        return node;
    }

    private static ContractNode? Find(ContractNode node, string pointer) =>
        pointer.Length <= 1 ? node : JsonPointer.Tokens(pointer).Aggregate((ContractNode?)node, (owner, token) => owner switch
        {
            ContractMap map => map[token],
            ContractList list when int.TryParse(token, out var index) && index >= 0 && index < list.Items.Count => list.Items[index],
            _ => null,
        });

    private ContractMap Assemble(ContractMap root)
    {
        var components = root["components"] as ContractMap;
        var allSchemas = new ContractMap([.. Schemas(root)?.Entries ?? [], .. _schemas], root.Location);
        var allComponents = new ContractMap(
            [.. (components?.Entries ?? []).Where(entry => entry.Key != "schemas"), KeyValuePair.Create<string, ContractNode>("schemas", allSchemas)],
            components?.Location ?? root.Location);
        return new ContractMap(
        [
            .. root.Entries.Where(entry => entry.Key != "components")
                .Select(entry => entry.Key == "paths" ? KeyValuePair.Create<string, ContractNode>("paths", WithPathItems(entry.Value)) : entry),
            KeyValuePair.Create<string, ContractNode>("components", allComponents),
            .. _others.Count == 0 ? [] : new[] { KeyValuePair.Create<string, ContractNode>(Extension, new ContractMap([.. _others], root.Location)) },
        ], root.Location);
    }

    // A path item in a separate file is included like any other.
    private ContractNode WithPathItems(ContractNode paths) => paths is ContractMap map
        ? new ContractMap([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Included(entry.Value)))], map.Location)
        : paths;

    private ContractNode Included(ContractNode item) =>
        item is ContractMap map && map.TryGetString("$ref", out var reference)
        && reference.StartsWith($"#/{Extension}/", StringComparison.Ordinal)
            ? _others.First(entry => reference == $"#/{Extension}/{entry.Key}").Value
            : item;

    private static ContractMap? Schemas(ContractMap root) => (root["components"] as ContractMap)?["schemas"] as ContractMap;

    [GeneratedRegex("[^A-Za-z0-9._-]")]
    private static partial Regex Unsafe();
}
