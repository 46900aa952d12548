using System.Globalization;
using System.Text;

namespace LogItems.Benchmarks;

/// <summary>An OpenAPI document of 1.8 MB in YAML, of the shape that generators of large APIs write.</summary>
internal static class LargeDocument
{
    private const int Resources = 700;

    /// <param name="isChanged">Whether every tenth resource has changed: a required parameter more, a property less, another type.</param>
    public static string Create(bool isChanged = false)
    {
        var text = new StringBuilder("openapi: 3.0.3\ninfo:\n  title: Large\n  version: '1'\n  description: Many resources.\nservers:\n  - url: /v8\npaths:\n");
        for (var resource = 0; resource < Resources; resource++)
        {
            Path(text, resource, isChanged && resource % 10 == 0);
        }

        text.Append("components:\n  securitySchemes:\n    bearer:\n      type: http\n      scheme: bearer\n  schemas:\n");
        for (var resource = 0; resource < Resources; resource++)
        {
            Schema(text, resource, isChanged && resource % 10 == 0);
        }

        return text.ToString();
    }

    private static void Path(StringBuilder text, int resource, bool isChanged) => text.Append(CultureInfo.InvariantCulture, $$"""
          /Resource{{resource}}/{resourceId}:
            get:
              operationId: getResource{{resource}}
              summary: Gets resource {{resource}}.
              description: Returns the resource with this identifier, together with everything that belongs to it.
              security:
                - bearer: []
              parameters:
                - name: resourceId
                  in: path
                  required: true
                  description: The identifier of the resource.
                  schema:
                    type: string
                    format: uuid
                - name: offset
                  in: query
                  required: {{(isChanged ? "true" : "false")}}
                  description: The number of entries to skip.
                  schema:
                    type: integer
                    format: int32
                    minimum: 0
                    default: 0
              responses:
                '200':
                  description: The resource.
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/Resource{{resource}}'
                '404':
                  description: There is no such resource.

        """);

    private static void Schema(StringBuilder text, int resource, bool isChanged)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"    Resource{resource}:\n      type: object\n      description: A resource of kind {resource}.\n      required: [id]\n      properties:\n");
        text.Append("        id:\n          type: string\n          format: uuid\n          description: The identifier.\n");
        for (var property = isChanged ? 1 : 0; property < 10; property++)
        {
            text.Append(CultureInfo.InvariantCulture, $"        property{property}:\n          type: {(isChanged && property == 1 ? "integer" : "string")}\n");
            text.Append("          nullable: true\n          description: A value of the resource, as the service keeps it.\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"        next:\n          $ref: '#/components/schemas/Resource{(resource + 1) % Resources}'\n");
    }
}
