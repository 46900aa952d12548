using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace LogItems.Contracts.Tests.Diff.Sdk;

/// <summary>Generates clients with the generator and the settings that the SDK is built with.</summary>
internal static class GeneratedClients
{
    private static readonly string Tool = PathOf("NSwagTool");
    private static readonly string Root = PathOf("RepositoryRoot");

    public static async Task<string> GenerateAsync(JsonNode document)
    {
        var folder = Directory.CreateTempSubdirectory("nswag-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "document.json"), document.ToJsonString());
            var settings = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Root, "nswag.json")))!;
            settings["documentGenerator"]!["fromDocument"]!["url"] = "document.json";
            settings["codeGenerators"]!["openApiToCSharpClient"]!["templateDirectory"] = Path.Combine(Root, "openapi", "templates");
            await File.WriteAllTextAsync(Path.Combine(folder, "nswag.json"), settings.ToJsonString());
            var start = new ProcessStartInfo("dotnet", [Tool, "run", "nswag.json", "/variables:Output=client.cs"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            Assert.That(process.ExitCode, Is.Zero, string.Concat(output));
            return await File.ReadAllTextAsync(Path.Combine(folder, "client.cs"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string PathOf(string key) =>
        typeof(GeneratedClients).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
