using LogItems.Contracts.Documents;
using LogItems.Contracts.Lint;
using LogItems.Contracts.Tests.Support;
using LogItems.Contracts.Views;

namespace LogItems.Contracts.Tests.Documents;

/// <summary>Files that a document names, by <c>externalValue</c> and by <c>$ref</c>.</summary>
[Platform("Linux")]
public class DocumentFolderTests
{
    private const string Secret = "s3cr3t-0123456789";

    private string _outer = null!;
    private string _folder = null!;

    [SetUp]
    public void CreateFolders()
    {
        _outer = Directory.CreateTempSubdirectory("folder-").FullName;
        _folder = Directory.CreateDirectory(Path.Combine(_outer, "api")).FullName;
        File.WriteAllText(Path.Combine(_outer, "secret.yaml"), $"password: {Secret}\n");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.yaml"), Path.Combine(_outer, "secret.yaml"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "up"), _outer);
        NamedPipe.Create(Path.Combine(_folder, "pipe.yaml"));
        Directory.CreateDirectory(Path.Combine(_folder, "bodies"));
        File.WriteAllText(Path.Combine(_folder, "bodies", "own.yaml"), "{type: string}\n");
        File.CreateSymbolicLink(Path.Combine(_folder, "own.yaml"), Path.Combine("bodies", "own.yaml"));
    }

    [TearDown]
    public void DeleteFolders() => Directory.Delete(_outer, recursive: true);

    private static IEnumerable<TestCaseData> Outside() =>
    [
        new("OUTER/secret.yaml", "is outside the folder"),
        new("../secret.yaml", "is outside the folder"),
        new("bodies/../../secret.yaml", "is outside the folder"),
        new("link.yaml", "is outside the folder"),
        new("up/secret.yaml", "is outside the folder"),
        new("/dev/zero", "is outside the folder"),
        new("/proc/self/environ", "is outside the folder"),
        new("pipe.yaml", "is not a regular file"),
        new("bodies", "is not a regular file"),
    ];

    [TestCaseSource(nameof(Outside))]
    public void Check_ExampleOutsideTheFolder_IsNotRead(string name, string found)
    {
        var findings = ContractLint.Check(Example(name.Replace("OUTER", _outer, StringComparison.Ordinal)));

        Assert.That(findings.Single(finding => finding.RuleId == "unreadable-example").Message, Does.Contain(found));
        Assert.That(findings.Select(finding => finding.Message), Has.None.Contains(Secret));
    }

    [TestCaseSource(nameof(Outside))]
    public void Create_ExampleOutsideTheFolder_IsNotRead(string name, string found)
    {
        var document = Example(name.Replace("OUTER", _outer, StringComparison.Ordinal));

        Assert.That(() => ContractView.Create(document, "v8"), Throws.TypeOf<ContractLoadException>().With.Message.Contains(found));
    }

    [TestCaseSource(nameof(Outside))]
    public void Load_ReferenceOutOfTheFolder_IsNotRead(string name, string found)
    {
        var path = Write($"components: {{schemas: {{A: {{$ref: '{name.Replace("OUTER", _outer, StringComparison.Ordinal)}'}}}}}}");

        Assert.That(() => ContractDocument.Load(path), Throws.TypeOf<ContractLoadException>().With.Message.Contains(found));
    }

    [TestCase("own.yaml")]
    [TestCase("bodies/own.yaml")]
    [TestCase("./bodies/../bodies/own.yaml")]
    public void Load_FileWithinTheFolder_IsRead(string name)
    {
        var path = Write($"components: {{schemas: {{A: {{$ref: '{name}'}}}}}}");

        Assert.That(Fixture.Json(ContractDocument.Load(path)), Does.Contain("\"type\": \"string\""));
        Assert.That(ContractLint.Check(Example(name)).Select(finding => finding.RuleId), Has.None.EqualTo("unreadable-example"));
    }

    [Test]
    public void Load_RootFolder_WidensWhatIsRead()
    {
        var path = Write("components: {schemas: {A: {$ref: '../secret.yaml'}}}");

        Assert.That(() => ContractDocument.Load(path, new ContractLoadOptions { RootFolder = _outer }), Throws.Nothing);
    }

    [Test]
    public void Check_LongFile_NamesTheLimit()
    {
        File.WriteAllText(Path.Combine(_folder, "long.yaml"), new string('x', 2000));

        var finding = ContractLint.Check(Example("long.yaml", new ContractLoadOptions { MaxLength = 1000 }))
            .Single(finding => finding.RuleId == "unreadable-example");

        Assert.That(finding.Message, Does.Contain("it is longer than 1,000 characters"));
    }

    [Test]
    public void Check_Canceled_Ends()
    {
        using var canceled = new CancellationTokenSource();
        canceled.Cancel();

        Assert.Catch<OperationCanceledException>(() => ContractLint.Check(Example("own.yaml"), canceled.Token));
    }

    private string Write(string rest)
    {
        var path = Path.Combine(_folder, "contract.yaml");
        var paths = rest.Contains("paths:", StringComparison.Ordinal) ? "" : "paths: {}\n";
        File.WriteAllText(path, $"openapi: '3.0.3'\ninfo: {{title: T, version: '1'}}\n{paths}{rest}\n");
        return path;
    }

    private ContractDocument Example(string file, ContractLoadOptions? options = null) => ContractDocument.Load(
        Write($$$"""
            paths: {/a: {get: {responses: {default: {description: Any., content: {application/json:
              {schema: {type: object}, examples: {one: {externalValue: '{{{file}}}' } } } } } } } } }
            """), options);
}
