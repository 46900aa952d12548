using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>Where something stands: in a contract document, or in a body on the wire.</summary>
/// <param name="Pointer">The JSON pointer; empty for the whole document or body.</param>
/// <param name="Line">The 1-based line, or 0 where there are no lines (a body on the wire).</param>
/// <param name="Column">The 1-based column, or 0 where there are no lines.</param>
/// <param name="File">The file as it was named on loading, or the request line of an exchange.</param>
public sealed record Location(string Pointer, int Line, int Column, string File)
{
    /// <summary><c>file:line:column</c>, as terminals and editors link it; where there are no lines, the file and the pointer.</summary>
    public override string ToString() =>
        Line == 0 ? (Pointer.Length == 0 ? File : $"{File} at {Pointer}") : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
