using System.Buffers;

namespace LogItems.Cli.Output;

/// <summary>One cell of a CSV file.</summary>
internal static class CsvCell
{
    // The characters listed by OWASP (CSV injection, ASVS 1.2.10), with the full-width forms that spreadsheets treat the same.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n\0＝＋－＠");

    /// <summary>Prefixes text that a spreadsheet would evaluate as a formula with a single quote, even after leading spaces.</summary>
    public static string NeutralizeFormula(string text) =>
        text.AsSpan().TrimStart(' ') is [var first, ..] && FormulaStarts.Contains(first) ? "'" + text : text;
}
