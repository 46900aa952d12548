using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LogItems.Generators.Tests;

/// <summary>The generator at work on some sources.</summary>
internal static class GeneratorRun
{
    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A compilation that the client shows its internals to, as it does to its own generated code.</summary>
    public static CSharpCompilation Compilation(params string[] sources) => CSharpCompilation.Create(
        "LogItems.Generators.Tests",
        sources.Select((source, number) => Parse(source, $"Source{number}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Parsing, path);

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ReaderGenerator().AsSourceGenerator()],
        parseOptions: Parsing,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static GeneratorDriverRunResult On(params string[] sources) => Driver().RunGenerators(Compilation(sources)).GetRunResult();

    public static string Source(this GeneratorDriverRunResult result, string file) =>
        result.GeneratedTrees.Single(tree => Path.GetFileName(tree.FilePath) == file).ToString();

    public static IEnumerable<string> Files(this GeneratorDriverRunResult result) => result.GeneratedTrees.Select(tree => Path.GetFileName(tree.FilePath));

    /// <summary>Compiles some sources with what was generated for them, and loads the outcome.</summary>
    public static Assembly Load(params string[] sources)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(sources), out var compilation, out _);
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.That(result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error), Is.Empty);
        return Assembly.Load(stream.ToArray());
    }
}
