using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LogItems.Monitoring;

/// <summary>A file of waivers: failures to ignore for a time, each with a reason and a last day.</summary>
/// <remarks>
/// YAML or JSON in the format of the contract's waivers: <c>waivers:</c>, a list of <c>{ cause, object, job, reason, expires }</c>, the day as
/// <c>2027-01-31</c>; <c>object</c> and <c>job</c> are optional. Put texts between single quotes, because causes contain braces, commas and colons, and write a
/// single quote inside a text twice.
/// </remarks>
public sealed class FailureWaiverFile
{
    /// <summary>The maximum length of a file, in characters.</summary>
    private const int MaxLength = 1_000_000;

    /// <summary>Causes have braces, commas and colons, which have a special meaning in YAML without quotes.</summary>
    private const string Advice
        = "Write each waiver as { cause: 'TEXT', object: 'NAME', job: 'NAME', reason: 'TEXT', expires: 2027-01-31 } with the quotes, and two quotes for one "
        + "in a text: 'User''s license'. Object and job are optional.";

    private static readonly string[] Required = ["cause", "reason", "expires"];
    private static readonly string[] Optional = ["object", "job"];

    private FailureWaiverFile(string name, IReadOnlyList<FailureWaiver> waivers) => (Name, Waivers) = (name, waivers);

    /// <summary>The name of the file, for messages.</summary>
    public string Name { get; }

    /// <summary>The waivers, in the order of the file.</summary>
    public IReadOnlyList<FailureWaiver> Waivers { get; }

    /// <summary>Loads a file of waivers.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not YAML, or a waiver is incomplete or has an unknown key.</exception>
    public static FailureWaiverFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(path);
        return Load(reader, path);
    }

    /// <summary>Loads waivers from text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">The name of the text in messages.</param>
    /// <exception cref="InvalidDataException">The text is not YAML, or a waiver is incomplete or has an unknown key.</exception>
    public static FailureWaiverFile Load(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        var text = new char[MaxLength + 1];
        var length = reader.ReadBlock(text);
        if (length > MaxLength)
        {
            throw new InvalidDataException($"{name} has more than {MaxLength.ToString("N0", CultureInfo.InvariantCulture)} characters. {Advice}");
        }

        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(new string(text, 0, length)));
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"{name}:{exception.Start.Line}: the file is not valid YAML: {exception.Message.TrimEnd('.')}. {Advice}", exception);
        }

        return yaml.Documents is [{ RootNode: YamlMappingNode root }] && ValueOf(root, "waivers") is YamlSequenceNode list
            ? new FailureWaiverFile(name, [.. list.Children.Select(node => Read(node, name))])
            : throw new InvalidDataException($"{name}: there is no list of 'waivers'. {Advice}");
    }

    private static FailureWaiver Read(YamlNode node, string file)
    {
        if (node is not YamlMappingNode waiver)
        {
            throw Reject(node, file, "a waiver is not an object.");
        }

        foreach (var key in waiver.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } word } || !(Required.Contains(word) || Optional.Contains(word)))
            {
                throw Reject(key, file, $"'{key}' is not a key of a waiver.");
            }
        }

        var texts = Required.Concat(Optional).ToDictionary(key => key, key => Text(waiver, key, file));
        return DateOnly.TryParseExact(texts["expires"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expiry)
            ? new FailureWaiver(texts["cause"]!, texts["object"], texts["job"], texts["reason"]!, expiry, (int)waiver.Start.Line)
            : throw Reject(waiver, file, $"'{texts["expires"]}' is not a date.");
    }

    private static string? Text(YamlMappingNode waiver, string key, string file) => ValueOf(waiver, key) switch
    {
        YamlScalarNode { Value: { Length: > 0 } text } => text,
        null when Optional.Contains(key) => null,
        var value => throw Reject(value ?? waiver, file, $"a waiver has no text under '{key}'."),
    };

    private static YamlNode? ValueOf(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static InvalidDataException Reject(YamlNode node, string file, string found) => new($"{file}:{node.Start.Line}: {found} {Advice}");
}
