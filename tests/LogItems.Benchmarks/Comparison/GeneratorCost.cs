using System.Diagnostics;
using LogItems.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LogItems.Benchmarks;

/// <summary>What the generator adds to a build and to an edit, with the client's own models; medians, warm.</summary>
internal static class GeneratorCost
{
    private const int Runs = 15;

    private static readonly SyntaxTree Models = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models.cs.txt")));

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>A whole run: find the models, write the readers.</summary>
    public static double OfBuild() => Median(() => Time(Driver(), Compilation(0)));

    /// <summary>A run after an edit elsewhere: look again, and find that nothing has changed.</summary>
    public static double OfEdit()
    {
        var driver = Driver().RunGenerators(Compilation(0));
        var edit = 0;
        return Median(() => Time(driver, Compilation(++edit)));
    }

    private static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(new ReaderGenerator());

    private static CSharpCompilation Compilation(int edit) => CSharpCompilation.Create(
        "Models", [Models, CSharpSyntaxTree.ParseText($"class Elsewhere {{ int Edit => {edit}; }}")], References);

    private static double Time(GeneratorDriver driver, CSharpCompilation compilation)
    {
        // Binding references is the compiler's cost, with or without a generator.
        compilation.GetSpecialType(SpecialType.System_Object);
        var start = Stopwatch.GetTimestamp();
        driver.RunGenerators(compilation);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(Func<double> run) =>
        Enumerable.Range(0, 2 * Runs).Select(_ => run()).Skip(Runs).Order().ElementAt(Runs / 2);
}
