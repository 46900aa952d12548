using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>Makes out the words of an enum.</summary>
internal static class EnumMembersDiscovery
{
    /// <summary>The words of an enum; null if it is none of NSwag's.</summary>
    public static EnumMembers? Describe(INamedTypeSymbol type) =>
        NSwagAttributes.IsModel(type)
            ? new EnumMembers(type.ContainingNamespace.ToDisplayString(), type.Name, new(type.GetMembers().OfType<IFieldSymbol>()
                .Where(field => field.IsConst)
                .Select(field => new Word(NSwagAttributes.WordOf(field), field.Name))))
            : null;
}
