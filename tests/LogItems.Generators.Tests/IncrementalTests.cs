using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LogItems.Generators.Tests;

/// <summary>An edit costs what it changes: everything else is taken from the run before.</summary>
public class IncrementalTests
{
    private static readonly string[] Steps = [ReaderGenerator.ModelsStep, ReaderGenerator.WordsStep];

    private static readonly string Order = Nswag.Model("Order", Nswag.Property("id", "System.Guid", "Id"), Nswag.Property("state", "State?", "State"));
    private static readonly string Link = Nswag.Model("Link", Nswag.Property("href", "string?", "Href"));
    private static readonly string Odd = Nswag.Model("Odd", Nswag.Property("amount", "decimal", "Amount"));
    private static readonly string State = Nswag.Words("State", "Open", "Done");

    [Test]
    public void Run_Twice_IsCachedThroughout()
    {
        var result = RunAgain(compilation => compilation.Clone());
        AssertNothingDone(result);
    }

    [Test]
    public void Run_AfterAnEditElsewhere_IsCachedThroughout()
    {
        var result = RunAgain(compilation => compilation.AddSyntaxTrees(GeneratorRun.Parse("class Elsewhere { int Counts() => 1; }", "Elsewhere.cs")));
        AssertNothingDone(result);
    }

    [Test]
    public void Run_AfterAnEditInTheModelThatChangesNothing_GeneratesNothing()
    {
        var result = RunAgain(compilation => Edit(compilation, "The state.", "The state of the order."));
        AssertNothingDone(result);
    }

    [Test]
    public void Run_AfterAPropertyWasAdded_GeneratesThatReaderOnly()
    {
        var result = RunAgain(
            compilation => Edit(compilation, "public State? State", "[Newtonsoft.Json.JsonProperty(\"x\")] public int X { get; set; } public State? State"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Reasons(result, ReaderGenerator.ModelsStep), Is.EquivalentTo(new[] { "Modified", "Cached", "Cached" }));
            Assert.That(Reasons(result, ReaderGenerator.WordsStep), Is.All.EqualTo("Cached"));
            Assert.That(Outputs(result).Count(reason => reason == "Modified"), Is.EqualTo(1));
        }
    }

    private static GeneratorDriverRunResult RunAgain(Func<CSharpCompilation, Compilation> edit)
    {
        var compilation = GeneratorRun.Compilation(Order, Link, Odd, State);
        return GeneratorRun.Driver().RunGenerators(compilation).RunGenerators(edit(compilation)).GetRunResult();
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, string old, string replacement)
    {
        var tree = compilation.SyntaxTrees[0];
        Assert.That(tree.ToString(), Does.Contain(old));
        return compilation.ReplaceSyntaxTree(tree, GeneratorRun.Parse(tree.ToString().Replace(old, replacement, StringComparison.Ordinal), tree.FilePath));
    }

    private static void AssertNothingDone(GeneratorDriverRunResult result)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var step in Steps)
            {
                Assert.That(Reasons(result, step), Is.Not.Empty.And.All.EqualTo("Cached").Or.All.EqualTo("Unchanged"), step);
            }

            Assert.That(Outputs(result), Is.Not.Empty.And.All.EqualTo("Cached"));
        }
    }

    private static List<string> Reasons(GeneratorDriverRunResult result, string step) =>
        [.. result.Results.Single().TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason.ToString())];

    private static List<string> Outputs(GeneratorDriverRunResult result) =>
        [
            .. result.Results.Single().TrackedOutputSteps.SelectMany(step => step.Value)
                .SelectMany(run => run.Outputs).Select(output => output.Reason.ToString()),
        ];
}
