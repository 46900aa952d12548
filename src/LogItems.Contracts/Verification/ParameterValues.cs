using System.Globalization;
using System.Numerics;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>The values to test a parameter with, derived from its description.</summary>
/// <param name="view">The contract.</param>
/// <param name="owner">The object with the schema and its examples: the parameter.</param>
/// <param name="schema">The schema that the values must match.</param>
internal sealed class ParameterValues(ContractDocument view, ContractMap owner, SchemaShape schema)
{
    // A resource with this identifier or of this day need not exist: only the response matters, not the result.
    private const string SomeId = "00000000-0000-0000-0000-000000000001";
    private const string SomeTime = "2001-01-01T00:00:00Z";

    /// <summary>The maximum length of texts in requests.</summary>
    internal const int MaxTextLength = 10_000;

    private readonly PatternCache _patterns = new();

    public ParameterValues(ContractDocument view, ContractParameter parameter)
        : this(view, parameter.Map, new ShapeTable(view).Of(parameter))
    {
    }

    /// <summary>Creates the values of a property.</summary>
    public ParameterValues(ContractDocument view, SchemaShape schema)
        : this(view, schema.Node as ContractMap ?? new ContractMap([], schema.Node.Location), schema)
    {
    }

    /// <summary>Returns all values of an enum, both booleans, the ends of a range that are cheap, or an example.</summary>
    public IReadOnlyList<string> Good()
    {
        var values = schema["enum"] is ContractList words ? words.Items.OfType<ContractScalar>().Select(word => word.Text)
            : Text("type") switch
            {
                "boolean" => ["true", "false"],
                "integer" or "number" => new[] { Text("minimum"), Text("default"), Example() }.OfType<string>(),
                _ => ((string?[])[Example() ?? Text("default") ?? OfFormat()]).OfType<string>(),
            };
        return [.. values.Distinct()];
    }

    /// <summary>Returns a value that is most probably valid; null for an object or a list, or if no text fits in a request.</summary>
    public string? Any() => Good() is [var first, ..] ? first : Text("type") switch
    {
        "integer" or "number" => Text("maximum") ?? "1",
        "string" or null when Text("pattern") is { } pattern =>
            PatternSamples.Of(pattern).Select(sample => sample.Text).FirstOrDefault(text => Matches(pattern, text)),
        "string" => OfLength(BigInteger.Max(Whole("minLength") ?? 1, 1)),
        _ => null,
    };

    private static string? OfLength(BigInteger length) => length <= MaxTextLength ? new string('a', (int)length) : null;

    private bool Matches(string pattern, string text) => _patterns.Match(pattern, text) == PatternVerdict.Match;

    /// <summary>The integers just below and above the range.</summary>
    public IReadOnlyList<string> OutOfRange() => Text("type") != "integer" ? [] :
    [
        .. Whole("minimum") is { } least ? [(least - 1).ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        .. Whole("maximum") is { } most ? [(most + 1).ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
    ];

    private BigInteger? Whole(string key) =>
        BigInteger.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? Example() =>
        (owner["example"] ?? schema["example"]
            ?? owner.EntriesOf("examples").Select(entry => view.ResolveMap(entry.Value))
                .Select(example => example?["value"] ?? example?["dataValue"]).FirstOrDefault()
            as ContractNode) is ContractScalar scalar ? scalar.Text : null;

    private string? OfFormat() => Text("format") switch
    {
        "uuid" => SomeId,
        "date-time" => SomeTime,
        "date" => SomeTime[..10],
        _ => null,
    };

    private string? Text(string key) => (schema[key] as ContractScalar)?.Text;
}
