using LogItems.Contracts.Documents;
using LogItems.Contracts.Tests.Support;

namespace LogItems.Contracts.Tests.Documents;

/// <summary>References to documents on servers, which are followed only where that is allowed.</summary>
public class RemoteReferencesTests
{
    private static readonly ContractLoadOptions Allowed = new() { AllowRemote = true };

    private string _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("remote-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Load_NotAllowed_ContactsNobodyAndSaysWhatToDo()
    {
        await using var server = await StartAsync();

        Assert.That(
            () => ContractDocument.Load(Referring($"{server.Address}/common.yaml#/A")),
            Throws.TypeOf<ContractLoadException>().With.Message.Contains("leads to a server").And.Message.Contains("--allow-remote"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Load_Allowed_BringsInWhatItRefersToOnceEach()
    {
        await using var server = await StartAsync();

        var document = ContractDocument.Load(Referring($"{server.Address}/common.yaml#/A"), Allowed);

        var schema = document.Resolve(document.Find("/components/schemas/Subject")!);
        Assert.That(Fixture.Json(document), Does.Contain("\"far away\"").And.Not.Contain("common.yaml"));
        Assert.That(schema.Location.File, Is.EqualTo($"{server.Address}/common.yaml"));
        Assert.That(server.Requests, Is.EquivalentTo(new[] { "/common.yaml", "/parts/b.yaml" }));
    }

    [Test]
    public async Task LoadAsync_DocumentOnAServer_ResolvesItsRelativeReferencesThere()
    {
        await using var server = await StartAsync();

        var document = await ContractSource.LoadAsync($"{server.Address}/api.yaml?key=secret", TextReader.Null, Allowed);

        Assert.That(Fixture.Json(document), Does.Contain("\"far away\"").And.Not.Contain("secret"));
        Assert.That(server.Requests, Is.EquivalentTo(new[] { "/api.yaml?key=secret", "/common.yaml", "/parts/b.yaml" }));
    }

    [Test]
    public async Task LoadAsync_StandardInput_RefersToServersButNotToFiles()
    {
        await using var server = await StartAsync();

        var document = await ContractSource.LoadAsync("-", new StringReader(Text($"{server.Address}/common.yaml#/A")), Allowed);

        Assert.That(Fixture.Json(document), Does.Contain("\"far away\""));
        Assert.That(
            () => ContractSource.LoadAsync("-", new StringReader(Text("common.yaml#/A")), Allowed),
            Throws.TypeOf<ContractLoadException>().With.Message.Contains("is not local"));
    }

    [TestCase("FOLDER/secret.yaml", "returned 404", TestName = "Path")]
    [TestCase("file://FOLDER/secret.yaml", "is not local", TestName = "Address of a file")]
    [TestCase("file:FOLDER/secret.yaml", "is not local", TestName = "Address of a file without slashes")]
    [TestCase("../../../../../../FOLDER/secret.yaml", "returned 404", TestName = "Relative path")]
    public async Task Load_FileThatAServerRefersTo_IsNotRead(string reference, string found)
    {
        File.WriteAllText(Path.Combine(_folder, "secret.yaml"), "{type: string, title: s3cr3t}\n");
        var target = reference.Replace("FOLDER", _folder, StringComparison.Ordinal);
        await using var server = await DocumentServer.StartAsync((path, _) => path == "/evil.yaml" ? $"$ref: '{target}'\n" : null);

        Assert.That(
            () => ContractDocument.Load(Referring($"{server.Address}/evil.yaml"), Allowed),
            Throws.TypeOf<ContractLoadException>().With.Message.Contains(found).And.Message.Not.Contains("s3cr3t"));
    }

    [TestCase("file:///etc/hostname", TestName = "To a file")]
    [TestCase("ftp://127.0.0.1/a.yaml", TestName = "To another scheme")]
    [TestCase("/loop.yaml", TestName = "Without end")]
    public async Task Load_RedirectThatIsNotFollowed_IsRefused(string target)
    {
        await using var server = await DocumentServer.StartAsync((_, _) => $"->{target}");

        Assert.That(
            () => ContractDocument.Load(Referring($"{server.Address}/loop.yaml"), Allowed),
            Throws.TypeOf<ContractLoadException>().With.Message.Contains("returned 302"));
        Assert.That(server.Requests, Has.Count.LessThanOrEqualTo(6));
    }

    [Test]
    public async Task Load_Redirect_IsFollowed()
    {
        await using var server = await StartAsync();

        Assert.That(
            Fixture.Json(ContractDocument.Load(Referring($"{server.Address}/moved.yaml#/A"), Allowed)), Does.Contain("\"far away\""));
    }

    [Test]
    public async Task Load_EndlessChain_EndsAtTheLimitOfFiles()
    {
        await using var server = await DocumentServer.StartAsync((path, _) => $"$ref: '{int.Parse(path[1..^5], null) + 1}.yaml'\n");

        Assert.That(
            () => ContractDocument.Load(Referring($"{server.Address}/1.yaml"), Allowed),
            Throws.TypeOf<ContractLoadException>().With.Message.Contains("more than 1000 files"));
        Assert.That(server.Requests, Has.Count.LessThan(1000));
    }

    [Test]
    public async Task Load_TooLong_IsRefused()
    {
        await using var server = await DocumentServer.StartAsync((_, _) => new string(' ', 100_000));

        Assert.That(
            () => ContractDocument.Load(
                Referring($"{server.Address}/long.yaml"), new ContractLoadOptions { AllowRemote = true, MaxLength = 10_000 }),
            Throws.TypeOf<ContractLoadException>().With.Message.Contains("it is longer than 10,000 characters"));
    }

    [Test]
    public async Task Load_ServerThatHangs_IsGivenUpWithinTheTimeout()
    {
        await using var server = await DocumentServer.StartAsync((_, _) => "(hang)");

        Assert.That(
            () => ContractDocument.Load(
                Referring($"{server.Address}/slow.yaml"), new ContractLoadOptions { AllowRemote = true, Timeout = TimeSpan.FromSeconds(0.3) }),
            Throws.TypeOf<ContractLoadException>().With.Message.Contains("did not respond within 0.3 seconds"));
    }

    [Test]
    public async Task Load_NobodyThere_SaysSoWithThePlaceOfTheReference()
    {
        string address;
        await using (var server = await StartAsync())
        {
            address = server.Address;
        }

        Assert.That(
            () => ContractDocument.Load(Referring($"{address}/common.yaml"), Allowed),
            Throws.TypeOf<ContractLoadException>().With.Message.Contains("cannot be reached").And.Message.Contains("api.yaml:6:"));
    }

    private static Task<DocumentServer> StartAsync() => DocumentServer.StartAsync((path, _) => path switch
    {
        "/api.yaml" => Text("common.yaml#/A"),
        "/moved.yaml" => "->/common.yaml",
        "/common.yaml" => "A: {type: object, properties: {b: {$ref: 'parts/b.yaml'}, again: {$ref: '/parts/b.yaml'}, self: {$ref: '#/A'}}}\n",
        "/parts/b.yaml" => "{type: string, description: far away}\n",
        _ => null,
    });

    private string Referring(string reference)
    {
        var path = Path.Combine(_folder, "api.yaml");
        File.WriteAllText(path, Text(reference));
        return path;
    }

    private static string Text(string reference) => $$"""
        openapi: '3.0.3'
        info: {title: T, version: '1'}
        paths: {}
        components:
          schemas:
            Subject: {$ref: '{{reference}}'}
        """;
}
