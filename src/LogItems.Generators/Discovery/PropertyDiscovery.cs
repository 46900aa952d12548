using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>Makes out what a property looks like on the wire.</summary>
internal static class PropertyDiscovery
{
    private const int NullValueHandlingIgnore = 1;
    private const int RequiredAllowNull = 1;

    /// <summary>The property on the wire that a property is; null if it is none, or if there is a problem with it.</summary>
    public static ModelProperty? Describe(IPropertySymbol property, string typeName, List<Problem> problems)
    {
        if (NSwagAttributes.JsonPropertyOf(property) is not { } attribute || NSwagAttributes.WireNameOf(property) is not { } wireName)
        {
            return null;
        }

        if (NSwagAttributes.ConverterOf(property) is { } converter)
        {
            problems.Add(new Problem(ProblemRules.OwnConverter, wireName, typeName, converter, Place.Of(property)));
            return null;
        }

        if (ValueDiscovery.Describe(property.Type) is not { } value)
        {
            problems.Add(new Problem(ProblemRules.UnknownType, wireName, typeName, property.Type.ToDisplayString(), Place.Of(property)));
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
