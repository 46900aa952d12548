using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests.Generation;

/// <summary>A property added to the contract is read: by the generated reader, and where there cannot be one, by Newtonsoft.Json.</summary>
public class AddedPropertyTests
{
    private const string Before =
        "        creationTime:\n          type: string\n          format: date-time\n          description: When the operation started";

    private static readonly string[] Items =
    [
        """{"id":"a6c7a35c-20e1-4cf9-931e-c1e060172b43","retries":9007199254740993,"share":0.5,"price":1.25"""
            + ""","tags":["a","b"],"origin":{"processedObjects":1}}""",
        """{"id":"b6c7a35c-20e1-4cf9-931e-c1e060172b43","retries":2,"share":2,"price":2.5,"tags":[],"origin":{"processedObjects":2}}""",
        """{"id":"c6c7a35c-20e1-4cf9-931e-c1e060172b43","retries":"many","share":0.75,"price":0,"tags":["c"],"origin":{"processedObjects":3}}""",
    ];

    [Test]
    public async Task Build_PropertiesAdded_AreTypedAndReadByTheGeneratedReader()
    {
        using var copy = new SourceCopy();
        copy.Replace("openapi/logitems.yaml", Before, $"""
                    retries:
                      type: integer
                      format: int64
                      description: How often it was tried.
                    share:
                      type: number
                      format: double
                      description: How much of it was done.
                    tags:
                      type: array
                      items:
                        type: string
                      description: What it is marked with.
                    origin:
                      description: Where it came from.
                      allOf:
                        - $ref: '#/components/schemas/JobSessionStatistics'
            {Before}
            """);
        await File.WriteAllTextAsync(
            copy.In("src/LogItems.Client/Consumer.cs"),
            "namespace LogItems; internal static class Consumer { public static long? Of(LogItem item) => item.Retries; }");
        var (exitCode, output) = await copy.DotnetAsync("build");
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Contain("0 Warning(s)"));

        var items = await ReadAsync(copy);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => Get(item, "Retries")), Is.EqualTo(new object?[] { 9007199254740993, 2L, null }));
            Assert.That(items.Select(item => Get(item, "Share")), Is.EqualTo(new[] { 0.5, 2.0, 0.75 }));
            Assert.That(items.Select(item => string.Join(',', (IList<string>)Get(item, "Tags")!)), Is.EqualTo(new[] { "a,b", "", "c" }));
            Assert.That(items.Select(item => Get(Get(item, "Origin")!, "ProcessedObjects")), Is.EqualTo(new object[] { 1L, 2L, 3L }));
            Assert.That(items.Select(item => ((ICollection)Get(item, "Issues")!).Count), Is.EqualTo(new[] { 0, 0, 1 }));
            Assert.That(Readers(items[0]), Does.Contain("LogItemReader"));
        }
    }

    [Test]
    public async Task Build_PropertyThatNoReaderCanReadAdded_IsAWarningAndReadByNewtonsoft()
    {
        using var copy = new SourceCopy();
        copy.Replace("openapi/logitems.yaml", Before, $"""
                    price:
                      type: number
                      format: decimal
                      description: What it cost.
            {Before}
            """);
        var (exitCode, output) = await copy.DotnetAsync("build -f net10.0");
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(
            output,
            Does.Contain("warning LOGITEMS101: Property 'price' of LogItem has the type decimal?").And.Contain("LogItem is read by Newtonsoft.Json"));

        var items = await ReadAsync(copy);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => Get(item, "Price")), Is.EqualTo(new[] { 1.25m, 2.5m, 0m }));
            Assert.That(Readers(items[0]), Does.Not.Contain("LogItemReader").And.Contain("LogItemPageReader"));
        }
    }

    /// <summary>Reads a page with the client that was built, through its own door.</summary>
    private static async Task<List<object>> ReadAsync(SourceCopy copy)
    {
        var built = new AssemblyLoadContext("edited", isCollectible: true).LoadFromAssemblyPath(
            copy.In("artifacts/bin/LogItems.Client/debug_net10.0/LogItems.Client.dll"));
        var stub = StubServer.Create();
        stub.When("*").Respond("application/json", $"{{\"results\":[{string.Join(',', Items)}]}}");
        var httpClient = stub.ToHttpClient();
        httpClient.BaseAddress = new Uri($"{StubServer.Address}/v8");
        dynamic client = Activator.CreateInstance(built.GetType("LogItems.LogItemsClient")!, httpClient, null)!;
        object page = await client.GetLogItemsPageAsync(StubServer.SessionId);
        return [.. ((IEnumerable)Get(page, "Results")!).Cast<object>()];
    }

    private static object? Get(object target, string property) =>
        target.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.GetValue(target);

    private static IEnumerable<string> Readers(object item) =>
        item.GetType().Assembly.GetTypes().Where(type => type.Namespace == "LogItems.Readers").Select(type => type.Name);
}
