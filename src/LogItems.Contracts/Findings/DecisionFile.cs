using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>The format of a file with decisions about findings: YAML or JSON, a list of objects under one key.</summary>
/// <param name="list">The key of the list.</param>
/// <param name="noun">The noun for an entry in messages.</param>
/// <param name="form">The format of an entry, for messages.</param>
/// <param name="keys">The keys that an entry may have.</param>
internal sealed class DecisionFile(string list, string noun, string form, params string[] keys)
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="ContractLoadException">The file cannot be read.</exception>
    public static TextReader Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new StringReader(InputFile.ReadText(path, new Location("", 0, 0, path), new ContractLoadOptions().MaxLength));
    }

    /// <summary>Reads the entries.</summary>
    /// <exception cref="ContractLoadException">The list is missing, or an entry is not an object or has an unknown key.</exception>
    public IReadOnlyList<T> Read<T>(TextReader reader, string name, Func<ContractMap, T> read)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        var root = NodeReader.Read(BoundedText.Read(reader, name, new ContractLoadOptions().MaxLength), name, CancellationToken.None);
        return (root as ContractMap)?[list] is ContractList entries
            ? [.. entries.Items.Select(entry => read(Require(entry)))]
            : throw Invalid(root, $"there is no list of '{list}'.");
    }

    /// <summary>Creates the exception for an invalid value.</summary>
    public ContractLoadException Invalid(ContractNode node, string found) => new(node.Location, found, $"Write each {noun} as {form}.");

    private ContractMap Require(ContractNode entry)
    {
        if (entry is not ContractMap map)
        {
            throw Invalid(entry, $"a {noun} is not an object.");
        }

        return map.Entries.FirstOrDefault(pair => !keys.Contains(pair.Key)) is { Key: { } unknown, Value: { } value }
            ? throw Invalid(value, $"a {noun} has no '{NodeText.Shorten(unknown)}'.")
            : map;
    }
}
