using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>Discovers the values of an enum.</summary>
internal static class EnumMembersDiscovery
{
    /// <summary>Describes an enum; null if NSwag has not generated it.</summary>
    public static EnumMembers? Describe(INamedTypeSymbol type) =>
        NSwagAttributes.IsModel(type)
            ? new EnumMembers(type.ContainingNamespace.ToDisplayString(), type.Name, new(type.GetMembers().OfType<IFieldSymbol>()
                .Where(field => field.IsConst)
                .Select(field => new Word(NSwagAttributes.WordOf(field), field.Name))))
            : null;
}
