using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>Discovers the format of a property on the wire.</summary>
internal static class PropertyDiscovery
{
    private const int NullValueHandlingIgnore = 1;
    private const int RequiredAllowNull = 1;

    /// <summary>Describes a property on the wire; null if it is not one, or if it has a problem.</summary>
    public static ModelProperty? Describe(IPropertySymbol property, string typeName, List<Problem> problems)
    {
        if (NSwagAttributes.JsonPropertyOf(property) is not { } attribute || NSwagAttributes.WireNameOf(property) is not { } wireName)
        {
            return null;
        }

        if (NSwagAttributes.ConverterOf(property) is { } converter)
        {
            problems.Add(new Problem(ProblemRules.OwnConverter, wireName, typeName, converter, SourceLocation.Of(property)));
            return null;
        }

        if (ValueDiscovery.Describe(property.Type) is not { } value)
        {
            problems.Add(new Problem(ProblemRules.UnknownType, wireName, typeName, property.Type.ToDisplayString(), SourceLocation.Of(property)));
            return null;
        }

        return new ModelProperty(wireName, property.Name, value, NullOf(attribute));
    }

    private static NullMeaning NullOf(AttributeData attribute) =>
        Has(attribute, "NullValueHandling", NullValueHandlingIgnore) ? NullMeaning.Absent
        : Has(attribute, "Required", RequiredAllowNull) ? NullMeaning.Value
        : NullMeaning.Unreadable;

    private static bool Has(AttributeData attribute, string name, int value) =>
        attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value.Value is int given && given == value);
}
