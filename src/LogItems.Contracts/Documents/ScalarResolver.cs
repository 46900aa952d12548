using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LogItems.Contracts.Documents;

/// <summary>Determines the JSON type of a YAML scalar by the YAML 1.2 core schema: <c>'4443'</c> is a string, <c>4443</c> a number,
/// <c>on</c> and <c>2021-02-26</c> are strings.</summary>
internal static partial class ScalarResolver
{
    private const string StringTag = "tag:yaml.org,2002:str";

    public static ContractScalar Resolve(Scalar scalar, Location location, SharedWords words)
    {
        var isString = scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value == StringTag);
        var kind = isString ? ScalarKind.String : KindOf(scalar.Value);
        var text = kind switch
        {
            ScalarKind.Null => "null",
            ScalarKind.Boolean => scalar.Value.ToLowerInvariant(),
            ScalarKind.Number => JsonNumber(scalar.Value),
            _ => words.Shared(scalar.Value),
        };
        return new ContractScalar(kind, text, location);
    }

    /// <summary>The type of an unquoted text.</summary>
    public static ScalarKind KindOf(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ when char.IsAsciiLetter(plain[0]) => ScalarKind.String,
        _ when Integer().IsMatch(plain) || Float().IsMatch(plain) || Radix().IsMatch(plain) => ScalarKind.Number,
        _ => ScalarKind.String,
    };

    private static string JsonNumber(string plain)
    {
        if (Radix().IsMatch(plain))
        {
            var perDigit = plain[1] == 'x' ? 16 : 8;
            return plain[2..].Aggregate(BigInteger.Zero, (sum, digit) => (sum * perDigit) + Convert.ToInt32(digit.ToString(), 16))
                .ToString(CultureInfo.InvariantCulture);
        }

        var negative = plain[0] == '-';
        var digits = plain.TrimStart('+', '-');
        var whole = string.Concat(digits.TakeWhile(char.IsAsciiDigit));
        var rest = digits[whole.Length..];
        if (rest.StartsWith('.') && (rest.Length == 1 || !char.IsAsciiDigit(rest[1])))
        {
            rest = $".0{rest[1..]}";
        }

        whole = whole.TrimStart('0');
        return $"{(negative ? "-" : "")}{(whole.Length == 0 ? "0" : whole)}{rest}";
    }

    [GeneratedRegex(@"^[-+]?[0-9]+\z")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Float();

    [GeneratedRegex(@"^(0o[0-7]+|0x[0-9a-fA-F]+)\z")]
    private static partial Regex Radix();
}
