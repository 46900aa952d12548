using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators;

/// <summary>A place in a source file, without the syntax tree that a <see cref="Location"/> would keep alive.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Span">The place as characters.</param>
/// <param name="Lines">The place as lines.</param>
internal sealed record Place(string File, TextSpan Span, LinePositionSpan Lines)
{
    public static Place? Of(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(location => location.IsInSource) is { } location
            ? new Place(location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span)
            : null;

    public Location ToLocation() => Location.Create(File, Span, Lines);
}
