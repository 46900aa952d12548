using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LogItems.Contracts.Documents;

/// <summary>Reads YAML, and JSON as YAML, into nodes with their locations.</summary>
/// <remarks>Built on the parser's events rather than on YamlDotNet's own tree, whose nodes recurse without limit and share
/// aliased parts, so that a small hostile file could exhaust the stack.</remarks>
internal sealed class NodeReader(string file, CancellationToken cancellationToken = default)
{
    /// <summary>The maximum nesting depth of nodes.</summary>
    public const int MaxDepth = 200;

    private const int MaxAliasNodes = 1_000_000;
    private const string Remedy = "Correct the syntax.";

    private readonly Dictionary<string, ContractNode> _anchors = new(StringComparer.Ordinal);
    private readonly SharedWords _words = new();
    private int _aliasNodes;

    /// <summary>Reads a text, as JSON if possible.</summary>
    public static ContractNode Read(string text, string file, CancellationToken cancellationToken) =>
        JsonNodeReader.TryRead(text, file, cancellationToken) ?? new NodeReader(file, cancellationToken).Read(new StringReader(text));

    private ContractNode Read(StringReader reader)
    {
        var parser = new Parser(reader);
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                throw Invalid(At("", Mark.Empty), "the document is empty.", "Write an OpenAPI document into it.");
            }

            var node = ReadNode(parser, new Location("", 0, 0, file), token: null, 0);
            parser.Consume<DocumentEnd>();
            return parser.Accept<StreamEnd>(out _)
                ? node
                : throw Invalid(
                    At("", parser.Current!.Start), "a second YAML document begins here.", "Keep one document in a file.");
        }
        catch (YamlException exception)
        {
            throw new ContractLoadException(
                At("", exception.Start), $"this is not YAML or JSON ({Reason(exception)}).", Remedy, exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or OverflowException)
        {
            // YamlDotNet's scanner throws this for some malformed input; the last token is near the error.
            throw new ContractLoadException(
                At("", parser.Current?.End ?? Mark.Empty), "this is not YAML or JSON from here on.", Remedy, exception);
        }
    }

    private ContractNode ReadNode(Parser parser, Location owner, string? token, int depth)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var location = At(owner, token, parser.Current?.Start ?? Mark.Empty);
        if (depth > MaxDepth)
        {
            throw Invalid(location, $"it is nested more than {MaxDepth} levels deep.", "Flatten it.");
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value.Value, out var target)
                ? Copy(target, location, depth)
                : throw Invalid(location, $"there is no anchor '{NodeText.Shorten(alias.Value.Value)}' before this alias.", "Define the anchor first.");
        }

        var anchor = parser.Accept<NodeEvent>(out var start) && !start.Anchor.IsEmpty ? start.Anchor.Value : null;
        ContractNode node = parser.Current switch
        {
            Scalar => ScalarResolver.Resolve(parser.Consume<Scalar>(), location, _words),
            SequenceStart => ReadList(parser, location, depth),
            _ => ReadMap(parser, location, depth),
        };
        if (anchor is not null)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    /// <summary>Copies a value to another location; limited, because a few aliases can expand to billions of nodes.</summary>
    private ContractNode Copy(ContractNode node, Location place, int depth)
    {
        if (++_aliasNodes > MaxAliasNodes || depth > MaxDepth)
        {
            throw Invalid(place, $"its aliases expand to more than {MaxAliasNodes} values or {MaxDepth} levels.", "Use '$ref' instead.");
        }

        var origin = node.Location;
        return node switch
        {
            ContractMap map => new ContractMap(
                [.. map.Entries.Select(entry => KeyValuePair.Create(
                    entry.Key, Copy(entry.Value, Within(place, entry.Key, entry.Value), depth + 1)))], place),
            ContractList list => new ContractList(
                [.. list.Items.Select((item, index) => Copy(
                    item, Within(place, index.ToString(CultureInfo.InvariantCulture), item), depth + 1))], place),
            ContractScalar scalar => new ContractScalar(scalar.Kind, scalar.Text, place),
            _ => throw new InvalidOperationException($"{origin}: unknown kind of node."),
        };
    }

    private static Location Within(Location owner, string key, ContractNode node) =>
        node.Location with { Pointer = JsonPointer.Append(owner.Pointer, key) };

    private ContractList ReadList(Parser parser, Location location, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new List<ContractNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(parser, location, items.Count.ToString(CultureInfo.InvariantCulture), depth + 1));
        }

        return new ContractList(items, location);
    }

    private ContractMap ReadMap(Parser parser, Location location, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<KeyValuePair<string, ContractNode>>();
        HashSet<string>? keys = null;
        List<ContractNode>? merged = null;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyStart = parser.Current?.Start ?? Mark.Empty;
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw Invalid(At(location, null, keyStart), "a key is not plain text.", "Use text as key.");
            }

            var isMerge = key is { Value: "<<", Style: ScalarStyle.Plain };
            if (!IsFirst(key.Value) || (key.Value == "<<" && merged is not null))
            {
                throw Invalid(
                    At(location, null, keyStart), $"the key '{NodeText.Shorten(key.Value)}' occurs twice.", "Keep one of the two.");
            }

            if (isMerge)
            {
                (merged = []).Add(ReadNode(parser, location, token: null, depth + 1));
                continue;
            }

            var name = _words.Shared(key.Value);
            entries.Add(new KeyValuePair<string, ContractNode>(name, ReadNode(parser, location, name, depth + 1)));
        }

        // The map's own value of a key takes precedence, then that of the first merged map.
        foreach (var (key, value) in (merged ?? []).SelectMany(Sources).SelectMany(source => source.Entries))
        {
            if (IsFirst(key))
            {
                entries.Add(KeyValuePair.Create(key, Copy(value, Within(location, key, value), depth + 1)));
            }
        }

        return new ContractMap(entries, location);

        // A hash set is created only for the few maps with many keys.
        bool IsFirst(string key)
        {
            if (entries.Count <= ContractMap.Few)
            {
                return !entries.Exists(entry => entry.Key == key);
            }

            keys ??= new(entries.Select(entry => entry.Key), StringComparer.Ordinal);
            return keys.Add(key);
        }
    }

    private static IEnumerable<ContractMap> Sources(ContractNode merged) => merged switch
    {
        ContractMap map => [map],
        ContractList list when list.Items.All(item => item is ContractMap) => list.Items.Cast<ContractMap>(),
        _ => throw Invalid(merged.Location, "'<<' merges something that is not a map.", "Use a map or a list of maps."),
    };

    private static ContractLoadException Invalid(Location location, string found, string remedy) => new(location, found, remedy);

    private Location At(string pointer, Mark mark) => new(pointer, (int)mark.Line, (int)mark.Column, file);

    private static Location At(Location owner, string? token, Mark mark) => new(owner, token, (int)mark.Line, (int)mark.Column);

    private static string Reason(YamlException exception) =>
        exception.Message.TrimEnd('.').ReplaceLineEndings(" ");
}
