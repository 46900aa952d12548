namespace LogItems.Contracts.Documents;

/// <summary>Makes sure that what was read is an OpenAPI document of a version that is understood.</summary>
internal static class OpenApiRoot
{
    private const string Remedy = "Start the document with openapi: '3.0.3'; only OpenAPI 3.0.x is supported.";

    public static ContractMap Require(ContractNode node, bool acceptsOpenApi31)
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

        return version.Text.StartsWith("3.0.", StringComparison.Ordinal) ? root
            : acceptsOpenApi31 && version.Text.StartsWith("3.1.", StringComparison.Ordinal) ? OpenApi31.ToOpenApi30(root)
            : throw new ContractLoadException(version.Location, $"its OpenAPI version is '{NodeText.Shorten(version.Text)}'.", Remedy);
    }
}
