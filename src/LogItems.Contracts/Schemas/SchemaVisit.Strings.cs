using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

internal sealed partial class SchemaVisit
{
    private void CheckString(ContractMap schema, string text, ValuePath path)
    {
        if (HasSize(schema, "minLength", "maxLength"))
        {
            CheckSize(schema, ("minLength", "maxLength"), CodePoints(text), path, "characters");
        }

        if (schema.TryGetString("pattern", out var pattern))
        {
            CheckPattern(schema, pattern, text, path);
        }

        if (schema.TryGetString("format", out var format) && !SchemaFormats.Fits(format, text))
        {
            Add(schema, "format", path, $"{JsonText.Quote(text)} is not a valid {format}.");
        }
    }

    private void CheckPattern(ContractMap schema, string pattern, string text, ValuePath path)
    {
        var message = patterns.Match(pattern, text) switch
        {
            PatternVerdict.NoMatch => $"{JsonText.Quote(text)} does not match '{NodeText.Shorten(pattern)}'.",
            PatternVerdict.TimedOut => $"Matching '{NodeText.Shorten(pattern)}' took too long; simplify the pattern.",
            PatternVerdict.Unreadable => $"'{NodeText.Shorten(pattern)}' is not a regular expression; correct the contract.",
            _ => null,
        };
        if (message is not null)
        {
            Add(schema, "pattern", path, message);
        }
    }

    private static bool HasSize(ContractMap schema, string least, string most) => schema.Has(least) || schema.Has(most);

    private void CheckSize(
        ContractMap schema, (string Least, string Most) keywords, int size, ValuePath path, string unit)
    {
        var exact = ExactNumber.Of(size);
        if (NumberOf(schema, keywords.Least) is { } least && exact.CompareTo(least) < 0)
        {
            Add(schema, keywords.Least, path, $"Expected at least {Text(schema, keywords.Least)} {unit}, found {size}.");
        }

        if (NumberOf(schema, keywords.Most) is { } most && exact.CompareTo(most) > 0)
        {
            Add(schema, keywords.Most, path, $"Expected at most {Text(schema, keywords.Most)} {unit}, found {size}.");
        }
    }

    private static int CodePoints(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
