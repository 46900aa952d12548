using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>Discovers the structure of a model.</summary>
internal static class ModelDiscovery
{
    private const string ModelBase = "LogItems.ApiModel";

    /// <summary>Describes a model; null if the symbol is not a model.</summary>
    public static ModelType? Describe(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!NSwagAttributes.IsModel(type))
        {
            return null;
        }

        var properties = new List<ModelProperty>();
        var problems = ProblemsOf(type).ToList();
        foreach (var property in PropertiesOf(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsClash(type, property) && NSwagAttributes.WireNameOf(property) is { } wireName)
            {
                problems.Add(new Problem(ProblemRules.NameClash, wireName, type.Name, property.Name, SourceLocation.Of(property)));
            }

            if (PropertyDiscovery.Describe(property, type.Name, problems) is { } described)
            {
                properties.Add(described);
            }
        }

        return new ModelType(type.ContainingNamespace.ToDisplayString(), type.Name, new(properties), new(problems));
    }

    /// <summary>Determines whether readers can create and fill a type.</summary>
    public static bool IsModel(ITypeSymbol type) => BasesOf(type).Any(candidate => candidate.ToDisplayString() == ModelBase);

    private static IEnumerable<Problem> ProblemsOf(INamedTypeSymbol type)
    {
        if (NSwagAttributes.ConverterOf(type) is { } converter)
        {
            yield return new Problem(ProblemRules.OwnConverter, type.Name, type.Name, converter, SourceLocation.Of(type));
        }

        if (!IsModel(type))
        {
            yield return new Problem(ProblemRules.NoModel, type.Name, type.Name, $"it is not derived from {ModelBase}", SourceLocation.Of(type));
        }

        if (type.IsAbstract)
        {
            yield return new Problem(ProblemRules.NoModel, type.Name, type.Name, "it is abstract", SourceLocation.Of(type));
        }
    }

    /// <summary>Determines whether a property has the name of another member of the type or of one that it is derived from.</summary>
    private static bool IsClash(INamedTypeSymbol type, IPropertySymbol property) =>
        BasesOf(type).Prepend(type).SelectMany(declaring => declaring.GetMembers(property.Name))
            .Count(member => member is not IMethodSymbol { IsImplicitlyDeclared: true }) > 1;

    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type) =>
        BasesOf(type).Prepend(type).SelectMany(declaring => declaring.GetMembers().OfType<IPropertySymbol>());

    private static IEnumerable<INamedTypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (var candidate = type.BaseType; candidate is not null; candidate = candidate.BaseType)
        {
            yield return candidate;
        }
    }
}
