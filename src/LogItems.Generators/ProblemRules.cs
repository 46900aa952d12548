using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>The diagnostics.</summary>
/// <remarks>
/// A warning means that a type is read by Newtonsoft.Json, which is slower but otherwise equivalent; an error means that the client cannot be compiled.
/// </remarks>
internal static class ProblemRules
{
    public const string UnknownType = "LOGITEMS101";
    public const string OwnConverter = "LOGITEMS102";
    public const string NoModel = "LOGITEMS103";
    public const string NameClash = "LOGITEMS104";

    private const string Category = "Readers";

    private static readonly DiagnosticDescriptor UnknownTypeRule = new(
        UnknownType,
        "The property's type cannot be read from UTF-8",
        "Property '{0}' of {1} has the type {2}, which no reader can be generated for; {1} is read by Newtonsoft.Json",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor OwnConverterRule = new(
        OwnConverter,
        "The property or its type has a converter of its own",
        "'{0}' of {1} is read by {2}, which no reader can be generated for; {1} is read by Newtonsoft.Json",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor NoModelRule = new(
        NoModel,
        "The type is not a model of this client",
        "No reader can be generated for {1}: {2}; it is read by Newtonsoft.Json",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor NameClashRule = new(
        NameClash,
        "The property has the name of a member that is written by hand",
        "The contract's property '{0}' of {1} becomes the member {2}, which {1} already has; "
        + "rename the member in src/LogItems.Client/Models, or the property in openapi/templates/Class.liquid",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static DiagnosticDescriptor Of(string ruleId) => ruleId switch
    {
        UnknownType => UnknownTypeRule,
        OwnConverter => OwnConverterRule,
        NameClash => NameClashRule,
        _ => NoModelRule,
    };
}
