using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>Makes out the words of an enum.</summary>
internal static class WordDiscovery
{
    /// <summary>The words of an enum; null if it is none of NSwag's.</summary>
    public static WordSet? Describe(INamedTypeSymbol type) =>
        NSwagAttributes.IsModel(type)
            ? new WordSet(type.ContainingNamespace.ToDisplayString(), type.Name, new(type.GetMembers().OfType<IFieldSymbol>()
                .Where(field => field.IsConst)
                .Select(field => new Word(NSwagAttributes.WordOf(field), field.Name))))
            : null;
}
