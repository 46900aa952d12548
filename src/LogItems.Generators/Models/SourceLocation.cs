using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators;

/// <summary>A location in a source file, without the syntax tree that a <see cref="Location"/> would keep alive.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Span">The location in characters.</param>
/// <param name="Lines">The location in lines.</param>
internal sealed record SourceLocation(string File, TextSpan Span, LinePositionSpan Lines)
{
    public static SourceLocation? Of(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(location => location.IsInSource) is { } location
            ? new SourceLocation(location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span)
            : null;

    public Location ToLocation() => Location.Create(File, Span, Lines);
}
