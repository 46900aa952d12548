using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>The location of something in a contract document, or in a body on the wire.</summary>
/// <param name="Pointer">The JSON pointer; empty for the whole document or body.</param>
/// <param name="Line">The 1-based line, or 0 if there are no lines (a body on the wire).</param>
/// <param name="Column">The 1-based column, or 0 if there are no lines.</param>
/// <param name="File">The file as specified on loading, or the request line of an exchange.</param>
public sealed record Location(string Pointer, int Line, int Column, string File)
{
    private readonly Location? _owner;
    private readonly string? _token;

    /// <summary>Creates a location within another one; its pointer is built on demand, because few are needed in a large document.</summary>
    /// <param name="owner">The enclosing location.</param>
    /// <param name="token">The key or the index in it; null for the same pointer.</param>
    /// <param name="line">The line.</param>
    /// <param name="column">The column.</param>
    internal Location(Location owner, string? token, int line, int column)
        : this(null!, line, column, owner.File) => (_owner, _token) = (owner, token);

    /// <summary>The JSON pointer; empty for the whole document or body.</summary>
    public string Pointer
    {
        get => field ??= _token is null ? _owner!.Pointer : JsonPointer.Append(_owner!.Pointer, _token);
        init;
    } = Pointer;

    /// <inheritdoc/>
    public bool Equals(Location? other) =>
        other is not null && (Line, Column, File, Pointer) == (other.Line, other.Column, other.File, other.Pointer);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Line, Column, File, Pointer);

    /// <summary><c>file:line:column</c>, which terminals and editors recognize as a link; without lines, the file and the pointer.</summary>
    public override string ToString() =>
        Line == 0 ? (Pointer.Length == 0 ? File : $"{File} at {Pointer}") : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
