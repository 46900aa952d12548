namespace LogItems.Contracts;

/// <summary>Makes sure that what was read is an OpenAPI 3.0 document.</summary>
internal static class OpenApiRoot
{
    private const string Remedy = "Start the document with openapi: '3.0.3'; only OpenAPI 3.0.x is supported.";

    public static ContractMap Require(ContractNode node)
    {
        if (node is not ContractMap root)
        {
            throw new ContractLoadException(node.Location, "the document is not an object.", Remedy);
        }

        if (root["openapi"] is not ContractScalar version)
        {
            throw new ContractLoadException(root.Location, "there is no 'openapi' version.", Remedy);
        }

        return version.Text.StartsWith("3.0.", StringComparison.Ordinal)
            ? root
            : throw new ContractLoadException(version.Location, $"its OpenAPI version is '{version.Text}'.", Remedy);
    }
}
