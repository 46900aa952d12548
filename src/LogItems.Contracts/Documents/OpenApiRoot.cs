namespace LogItems.Contracts.Documents;

/// <summary>Ensures that the document is OpenAPI of a supported version.</summary>
internal static class OpenApiRoot
{
    private const string Remedy = "Start the document with an 'openapi' version that is supported, such as openapi: '3.1.0'; these are 3.0, 3.1 and 3.2.";

    private static readonly string[] Supported = ["3.0.", "3.1.", "3.2."];

    public static ContractMap Require(ContractNode node)
    {
        if (node is not ContractMap root)
        {
            throw new ContractLoadException(node.Location, "the document is not an object.", Remedy);
        }

        if (root["swagger"] is { } swagger)
        {
            throw new ContractLoadException(
                swagger.Location, $"it is OpenAPI {NodeText.Show(swagger)}, once called Swagger.", "Convert it to OpenAPI 3.0.3 first.");
        }

        if (root["openapi"] is not ContractScalar version)
        {
            throw new ContractLoadException((root["openapi"] ?? root).Location, "there is no 'openapi' version.", Remedy);
        }

        return Array.Exists(Supported, prefix => version.Text.StartsWith(prefix, StringComparison.Ordinal))
            ? root
            : throw new ContractLoadException(version.Location, $"its OpenAPI version is '{NodeText.Shorten(version.Text)}'.", Remedy);
    }
}
