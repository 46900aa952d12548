using System.Globalization;
using System.Text;
using FsCheck;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Tests.Documents;

public class ContractDocumentTests
{
    private const string Start = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

    [TestCase("openapi: 3.0.3\n  paths: {}\n", 2, TestName = "Load_BadIndent_NamesTheLine")]
    [TestCase("openapi: 3.0.3\npaths: {a: [}\n", 2, TestName = "Load_BrokenFlow_NamesTheLine")]
    [TestCase("", 1, TestName = "Load_Empty_IsRefused")]
    [TestCase("- a\n", 1, TestName = "Load_List_IsRefused")]
    [TestCase("info: {}\n", 1, TestName = "Load_NoOpenApi_IsRefused")]
    [TestCase("info: {}\nopenapi: 4.0.0\n", 2, TestName = "Load_OpenApi4_IsRefused")]
    [TestCase("swagger: '2.0'\n", 1, TestName = "Load_Swagger2_IsRefused")]
    [TestCase(Start + "paths: {}\npaths: {}\n", 4, TestName = "Load_RepeatedKey_NamesTheSecond")]
    [TestCase(Start + "paths: {}\n---\na: 1\n", 4, TestName = "Load_TwoDocuments_AreRefused")]
    [TestCase(Start + "tags: &a [*a]\n", 3, TestName = "Load_AliasOfItself_IsRefused")]
    [TestCase(Start + "tags: *a\n", 3, TestName = "Load_Alias_IsRefused")]
    [TestCase(Start + "? [a]\n: b\n", 3, TestName = "Load_KeyThatIsAList_IsRefused")]
    [TestCase(Start + "paths: {/a: {$ref: './other.yaml'}}\n", 3, TestName = "Load_ExternalReference_IsRefused")]
    [TestCase(Start + "paths: {/a: {$ref: '#/paths/~1b'}}\n", 3, TestName = "Load_ReferenceToNothing_IsRefused")]
    [TestCase(Start + "components:\n  schemas:\n    A: {$ref: '#/components/schemas/A'}\n", 5, TestName = "Load_ReferenceToItself_IsRefused")]
    public void Load_Broken_SaysWhere(string text, int line)
    {
        var exception = Assert.Throws<ContractLoadException>(() => Fixture.Parse(text, "broken.yaml"))!;

        Assert.That(exception.Location.Line, Is.EqualTo(line));
        Assert.That(exception.Message, Does.StartWith("Cannot load broken.yaml:").And.Not.Contain("\n"));
    }

    [Test]
    public void Load_MissingFile_NamesIt()
    {
        var exception = Assert.Throws<ContractLoadException>(() => ContractDocument.Load("nowhere/none.yaml"))!;

        Assert.That(exception.Message, Does.Contain("there is no file 'nowhere/none.yaml'"));
    }

    [Test]
    public void Load_VeryDeepNesting_IsRefused()
    {
        var deep = new string('[', 100_000);

        Assert.Throws<ContractLoadException>(() => Fixture.Parse($"{Start}tags: {deep}"));
    }

    [Test]
    public void Load_ReferenceInData_IsNoReference()
    {
        var document = Fixture.WithSchema("{type: object, example: {$ref: '#/nowhere'}, properties: {$ref: {type: string}}}");

        Assert.That(document.Find("/components/schemas/Subject/properties/$ref"), Is.InstanceOf<ContractMap>());
    }

    [TestCase("4443", ScalarKind.Number, "4443")]
    [TestCase("'4443'", ScalarKind.String, "4443")]
    [TestCase("0x1F", ScalarKind.Number, "31")]
    [TestCase("0o17", ScalarKind.Number, "15")]
    [TestCase("+.5", ScalarKind.Number, "0.5")]
    [TestCase("007", ScalarKind.Number, "7")]
    [TestCase("1.", ScalarKind.Number, "1.0")]
    [TestCase("-1.50e+3", ScalarKind.Number, "-1.50e+3")]
    [TestCase("12345678901234567890123", ScalarKind.Number, "12345678901234567890123")]
    [TestCase("True", ScalarKind.Boolean, "true")]
    [TestCase("~", ScalarKind.Null, "null")]
    [TestCase("on", ScalarKind.String, "on")]
    [TestCase("2021-02-26", ScalarKind.String, "2021-02-26")]
    [TestCase("3.0.3", ScalarKind.String, "3.0.3")]
    [TestCase("!!str 5", ScalarKind.String, "5")]
    [TestCase(".inf", ScalarKind.String, ".inf")]
    public void Load_Scalar_HasItsJsonType(string yaml, ScalarKind kind, string text)
    {
        var scalar = (ContractScalar)Fixture.Parse($"{Start}x-value: {yaml}\n").Find("/x-value")!;

        Assert.That((scalar.Kind, scalar.Text), Is.EqualTo((kind, text)));
    }

    [Test]
    public void Load_Json_IsReadLikeYaml()
    {
        var document = Fixture.Parse(
            "{\n\t\"openapi\": \"3.0.3\",\n\t\"x-text\": \"a\\/b \\ud83d\\udc32 \\u00e9 \\n\",\n\t\"x-number\": 1E5, \"x-none\":null}", "a.json");

        Assert.That(((ContractScalar)document.Find("/x-text")!).Text, Is.EqualTo("a/b \U0001F432 é \n"));
        Assert.That(((ContractScalar)document.Find("/x-number")!).Text, Is.EqualTo("1E5"));
        Assert.That(((ContractScalar)document.Find("/x-none")!).Kind, Is.EqualTo(ScalarKind.Null));
    }

    [TestCase("/paths/~1a~1{id}/get/tags/1", "two")]
    [TestCase("/paths/~1a~1{id}/get/tags/2", null)]
    [TestCase("/paths/~1a~1{id}/get/tags/x", null)]
    [TestCase("paths", null)]
    public void Find_Pointer_LeadsToTheNode(string pointer, string? text)
    {
        var document = Fixture.Parse($"{Start}paths: {{'/a/{{id}}': {{get: {{tags: [one, two]}}}}}}\n");

        Assert.That((document.Find(pointer) as ContractScalar)?.Text, Is.EqualTo(text));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public void Load_AnyText_LoadsOrSaysWhyNot(NonNull<string> text, byte position)
    {
        var yaml = $"{Start}paths: {{'/a': {{get: {{tags: [\"o\\ud83d\", 'x'], description: |\n  text\n}}}}}}";
        var broken = yaml.Insert(Math.Min(position, yaml.Length), text.Get);
        try
        {
            Fixture.Parse(broken);
        }
        catch (ContractLoadException exception)
        {
            Assert.That(exception.Location.File, Is.EqualTo("test.yaml"));
        }
    }

    [Test]
    public void Load_AnchorsAndMergeKeys_AreWrittenOut()
    {
        var document = Fixture.Parse("""
            openapi: '3.0.3'
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                Base: &base {type: object, description: d}
                Merged: {<<: *base, description: own}
                Same: *base
            """);

        Assert.That(document.Find("/components/schemas/Merged")!.ToJson(), Does.Contain("object").And.Contain("own"));
        Assert.That(document.Find("/components/schemas/Same/type")!.Location.Pointer, Is.EqualTo("/components/schemas/Same/type"));
    }

    [Test]
    public void Load_AliasesThatStandForBillionsOfValues_IsRefused()
    {
        var text = new StringBuilder("openapi: '3.0.3'\na0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n");
        for (var level = 1; level < 10; level++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
        }

        Assert.That(() => Fixture.Parse(text.ToString()), Throws.TypeOf<ContractLoadException>().With.Message.Contains("aliases"));
    }

    [Test]
    public void Load_SeveralFiles_AreOneDocument()
    {
        using var folder = new TemporaryFolder();
        folder.Write("openapi.yaml", "{openapi: 3.0.3, info: {title: T, version: '1'}, paths: {/t: {$ref: paths/t.yaml}}}");
        folder.Write("paths/t.yaml", "get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: '../schemas/w.yaml'}}}}}}");
        folder.Write("schemas/w.yaml", "{type: object, properties: {next: {$ref: w.yaml}, a: {type: string}}}");

        var document = ContractDocument.Load(Path.Combine(folder.Path, "openapi.yaml"));

        Assert.That(document.Find("/paths/~1t/get")!.Location.File, Does.EndWith("t.yaml"));
        Assert.That(document.Find("/components/schemas/w/properties/next/$ref")!.ToJson(), Is.EqualTo("\"#/components/schemas/w\""));
    }

    [Test]
    public void Load_ReferenceByTheAddressOfASchema_IsNoFile()
    {
        using var folder = new TemporaryFolder();
        folder.Write("api.yaml",
            "{openapi: 3.1.0, info: {title: T, version: '1'}, components: {schemas: {S: {$id: "
                + "'https://a.test/s', $defs: {n: {$id: other, type: string}}, $ref: other}}}}");

        var document = ContractDocument.Load(Path.Combine(folder.Path, "api.yaml"));

        Assert.That(document.Find("/components/schemas/S/$ref")!.ToJson(), Is.EqualTo("\"#/components/schemas/S/$defs/n\""));
    }

    [Test]
    public void Load_ReferenceBesideAReference_LeadsToItsFile([Values("3.0.3", "3.1.0")] string version)
    {
        using var folder = new TemporaryFolder();
        folder.Write("api.yaml",
            $"{{openapi: {version}, info: {{title: T, version: '1'}}, paths: {{}}, components: {{schemas: {{S: "
                + $"{{$ref: base.yaml, properties: {{x: {{$ref: other.yaml}}}}}}}}}}}}");
        folder.Write("base.yaml", "{type: object}");
        folder.Write("other.yaml", "{type: string}");

        var document = ContractDocument.Load(Path.Combine(folder.Path, "api.yaml"));

        Assert.That(document.Find("/components/schemas/S/properties/x/$ref")!.ToJson(), Is.EqualTo("\"#/components/schemas/other\""));
    }

    [Test]
    public void Load_FileOutsideTheFolder_IsRefused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("secret.yaml", "{get: {responses: {}}}");
        folder.Write("api/openapi.yaml", "{openapi: 3.0.3, info: {title: T, version: '1'}, paths: {/t: {$ref: ../secret.yaml}}}");

        Assert.That(() => ContractDocument.Load(Path.Combine(folder.Path, "api", "openapi.yaml")),
            Throws.TypeOf<ContractLoadException>().With.Message.Contains("is outside the folder"));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory().FullName;

        public void Write(string name, string text)
        {
            var file = System.IO.Path.Combine(Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
