using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators.Tests;

/// <summary>The contract's list of versions, and what each version has, become C#.</summary>
public class ContractGeneratorTests
{
    private const string Contract = """
        servers:
          - url: https://localhost/{version}
            variables:
              version:
                default: v9
                enum: [v10, v2, v9]
                x-enum-descriptions: { v10: "faster than `v9` & <smaller>" }
        paths:
          /Things:
            parameters:
              - $ref: '#/components/parameters/Offset'
            get:
              operationId: listThings
              x-since: v9
              parameters:
                - { name: thingId, in: path }
                - { name: color, in: query, x-until: v9, schema: { allOf: [{ $ref: '#/components/schemas/Color' }] } }
                - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 10, default: 5 } }
              responses:
                '200':
                  x-until: v9
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Form' }
                      x-shapes:
                        - { schema: { $ref: '#/components/schemas/Form' } }
                        - { x-until: v2, schema: { type: array } }
                '204': { x-since: v10, description: Nothing. }
                '404': { description: Nothing there. }
          /token:
            post:
              operationId: createToken
              requestBody:
                content:
                  application/x-www-form-urlencoded:
                    schema: { $ref: '#/components/schemas/Form' }
        components:
          parameters:
            Offset: { name: offset, in: query, x-since: v10 }
          schemas:
            Form: { type: object, properties: { no_cookie: { type: boolean, x-since: v9, nullable: true, x-nullable-since: v10 } } }
            Color: { type: string, enum: [Red, 'Light "blue"'], x-enum-versions: { Red: { x-since: v9 } } }
        """;

    [Test]
    public void Run_Versions_AreAnEnumInTheOrderOfTheirNumbers() => Snapshot.Match(Source(Contract, "ApiVersion.g.cs"));

    [Test]
    public void Run_OperationsParametersAndFormFields_AreFeatures() => Snapshot.Match(Source(Contract, "ApiFeatures.g.cs"));

    [Test]
    public void Run_VersionsAlone_AreNumbers() =>
        Assert.That(Source(Contract, "ContractVersions.g.cs", "Versions"), Does.Contain("ReadOnlySpan<int> Numbers => [2, 9, 10];"));

    [Test]
    public void Run_Facts_AreWhatDiffersBetweenVersions() => Snapshot.Match(Source(Contract, "ContractFacts.g.cs", "Facts"));

    [Test]
    public void Run_BlockList_IsTheSame() =>
        Assert.That(
            Source(
                Contract.Replace("enum: [v10, v2, v9]", "enum:\n            - v2\n            - v9\n            - v10", StringComparison.Ordinal),
                "ApiVersion.g.cs"),
            Is.EqualTo(Source(Contract, "ApiVersion.g.cs")));

    [TestCase("enum: [v10, v2, v9]", "enum: [v2, latest]", 6, "'latest' in servers[0].variables.version.enum is not a version")]
    [TestCase("enum: [v10, v2, v9]", "enum: [v2, v02]", 6, "'v02' in servers[0].variables.version.enum is not a version")]
    [TestCase("enum: [v10, v2, v9]", "enum: [v64]", 6, "up to 63")]
    [TestCase("enum: [v10, v2, v9]", "enum: [v2, v2]", 5, "lists a version twice")]
    [TestCase("enum: [v10, v2, v9]", "enum: []", 1, "servers[0].variables.version.enum does not list the API versions")]
    [TestCase("servers:", "server:", 1, "servers[0].variables.version.enum does not list the API versions")]
    [TestCase("#/components/parameters/Offset", "#/components/parameters/Nothing", 11, "the reference #/components/parameters/Nothing has no target")]
    [TestCase("servers:", "servers: [", 0, "")]
    public void Run_ContractThatCannotBeRead_IsAnErrorWithItsLine(string old, string replacement, int line, string message)
    {
        var result = Run(Contract.Replace(old, replacement, StringComparison.Ordinal), "Client");
        var problem = result.Diagnostics.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.Id, Is.EqualTo("LOGITEMS201"));
            Assert.That(problem.GetMessage(null), Does.Contain(message));
            Assert.That(problem.Location.GetLineSpan().Path, Is.EqualTo("logitems.yaml"));
            Assert.That(problem.Location.GetLineSpan().StartLinePosition.Line + 1, line == 0 ? Is.GreaterThan(0) : Is.EqualTo(line));
            Assert.That(result.GeneratedTrees, Is.Empty);
        }
    }

    [Test]
    public void Run_TwiceAndAfterAnEditThatChangesNothing_IsCached()
    {
        var compilation = GeneratorRun.Compilation();
        var file = new TextFile(Contract);
        var driver = Driver(file, "Client").RunGenerators(compilation);
        var again = driver.RunGenerators(compilation.Clone()).GetRunResult();
        var edited = driver.ReplaceAdditionalText(file, new TextFile(Contract + "# a comment")).RunGenerators(compilation).GetRunResult();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Reasons(again), Is.Not.Empty.And.All.EqualTo("Cached"));
            Assert.That(Outputs(again), Is.Not.Empty.And.All.EqualTo("Cached"));
            Assert.That(Outputs(edited), Is.Not.Empty.And.All.EqualTo("Cached"));
        }
    }

    private static string Source(string contract, string file, string output = "Client")
    {
        var result = Run(contract, output);
        Assert.That(result.Diagnostics, Is.Empty);
        return result.Source(file);
    }

    private static GeneratorDriverRunResult Run(string contract, string output) =>
        Driver(new TextFile(contract), output).RunGenerators(GeneratorRun.Compilation()).GetRunResult();

    private static GeneratorDriver Driver(TextFile contract, string output) => CSharpGeneratorDriver.Create(
        [new ContractGenerator().AsSourceGenerator()],
        [contract],
        optionsProvider: new Options(output),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static List<string> Reasons(GeneratorDriverRunResult result) =>
        [.. result.Results.Single().TrackedSteps[ContractGenerator.ContractStep].SelectMany(run => run.Outputs).Select(output => output.Reason.ToString())];

    private static List<string> Outputs(GeneratorDriverRunResult result) =>
        [
            .. result.Results.Single().TrackedOutputSteps.SelectMany(step => step.Value)
                .SelectMany(run => run.Outputs).Select(output => output.Reason.ToString()),
        ];

    private sealed class TextFile(string text) : AdditionalText
    {
        public override string Path => "logitems.yaml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(string output) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Metadata(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Metadata(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.ContractOutput", output));

        private sealed class Metadata(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}
