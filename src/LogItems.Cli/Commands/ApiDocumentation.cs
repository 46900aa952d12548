using System.Text;
using System.Text.Json.Nodes;
using LogItems.Cli.Options;
using LogItems.Contracts.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace LogItems.Cli.Commands;

/// <summary>A page to read and try the API, and the contract of each served version. Nothing is loaded from other servers.</summary>
internal static class ApiDocumentation
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/docs";

    /// <summary>The page's own script and style, its requests to this server, and nothing else.</summary>
    private const string Policy = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' data: blob:; object-src 'none'; base-uri 'none'";

    public static void Map(IEndpointRouteBuilder endpoints, IReadOnlyList<ApiVersion> versions)
    {
        // Created on first access, so that startup does not wait for it.
        var documents = new Lazy<Task<IReadOnlyDictionary<string, byte[]>>>(() => CreateAsync(versions));
        foreach (var version in versions.Select(version => version.ToPathSegment()).Distinct())
        {
            endpoints.MapMethods($"/openapi/{version}.json", [HttpMethods.Get], async http =>
            {
                http.Response.ContentType = "application/json; charset=utf-8";
                await http.Response.Body.WriteAsync((await documents.Value)[version], http.RequestAborted);
            });
        }

        endpoints.MapScalarApiReference(Path, options => Configure(options, versions)).AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.ContentSecurityPolicy = Policy;
            return await next(context);
        });
    }

    private static void Configure(ScalarOptions options, IReadOnlyList<ApiVersion> versions)
    {
        options.WithTitle("LogItems API").WithOpenApiRoutePattern("/openapi/{documentName}.json").AddPreferredSecuritySchemes("bearer");
        options.DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools();
        foreach (var version in versions.Select(version => version.ToPathSegment()).Distinct())
        {
            options.AddDocument(version, $"API {version}", isDefault: version == versions.Max().ToPathSegment());
        }
    }

    /// <summary>Creates the views of the contract, with this server's address.</summary>
    private static async Task<IReadOnlyDictionary<string, byte[]>> CreateAsync(IReadOnlyList<ApiVersion> versions)
    {
        var contract = await ContractArgument.LoadShippedAsync();
        var documents = new Dictionary<string, byte[]>();
        foreach (var version in versions.Select(version => version.ToPathSegment()).Distinct())
        {
            using var text = new StringWriter();
            ContractView.Create(contract, version).WriteJson(text);
            var document = JsonNode.Parse(text.ToString())!.AsObject();
            document["servers"] = new JsonArray(new JsonObject { ["url"] = $"/{version}", ["description"] = "This server." });
            documents[version] = Encoding.UTF8.GetBytes(document.ToJsonString());
        }

        return documents;
    }
}
