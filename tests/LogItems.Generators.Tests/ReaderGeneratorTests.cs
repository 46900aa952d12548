using Microsoft.CodeAnalysis;

namespace LogItems.Generators.Tests;

public class ReaderGeneratorTests
{
    private static readonly string Order = Nswag.Model(
        "Order",
        Nswag.Property("id", "System.Guid", "Id", Nswag.Always),
        Nswag.Property("note", "string?", "Note"),
        Nswag.Property("state", "State?", "State"),
        Nswag.Property("_links", "System.Collections.Generic.IDictionary<string, Link>?", "_links"));

    private static readonly string Link = Nswag.Model("Link", Nswag.Property("href", "string?", "Href"));

    private static readonly string State = Nswag.Words("State", "Open", "Done");

    [Test]
    public void Run_Models_HaveAReaderEach() =>
        Assert.That(
            GeneratorRun.On(Order, Link, State).Files(),
            Is.EquivalentTo(new[] { "Order.g.cs", "OrderReader.g.cs", "Link.g.cs", "LinkReader.g.cs", "StateWords.g.cs" }));

    [Test]
    public void Run_Model_IsReadLikeThis() => Snapshot.Match(GeneratorRun.On(Order, Link, State).Source("OrderReader.g.cs"));

    [Test]
    public void Run_Words_AreReadLikeThis() => Snapshot.Match(GeneratorRun.On(Order, Link, State).Source("StateWords.g.cs"));

    [Test]
    public void Run_NotOfNSwagsModels_IsLeftAlone()
    {
        var result = GeneratorRun.On(
            Order.Replace("\"NJsonSchema\"", "\"NSwag\"", StringComparison.Ordinal),
            Link.Replace("[System.CodeDom.Compiler.GeneratedCode", "[System.CodeDom.Compiler.GeneratedCode(\"Other\", \"1\")] /*", StringComparison.Ordinal)
                .Replace("v13.0.0.0))\")]", "*/", StringComparison.Ordinal));
        Assert.That(result.Files(), Is.Empty);
    }

    [Test]
    public void Run_Model_LeadsToItsReader() => Snapshot.Match(GeneratorRun.On(Order, Link, State).Source("Order.g.cs"));

    [Test]
    public void Run_PropertyAdded_IsReadWithoutHandWork()
    {
        var before = GeneratorRun.On(Order, Link, State).Source("OrderReader.g.cs");
        var after = GeneratorRun.On(With(Order, Nswag.Property("weight", "double?", "Weight")), Link, State).Source("OrderReader.g.cs");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Does.Not.Contain("weight"));
            Assert.That(after, Does.Contain("case Known.Weight when reader.TryDouble(out var weight):\n                    item.Weight = weight;"));
            Assert.That(after, Does.Contain("if (name.SequenceEqual(\"weight\"u8)) return Known.Weight;"));
        }
    }

    [TestCase("decimal?", "decimal?")]
    [TestCase("float", "float")]
    [TestCase("System.Uri?", "System.Uri?")]
    [TestCase("System.TimeSpan?", "System.TimeSpan?")]
    [TestCase("byte[]?", "byte[]?")]
    [TestCase("System.Collections.Generic.IList<int?>?", "System.Collections.Generic.IList<int?>?")]
    [TestCase("System.Collections.Generic.IDictionary<int, string>?", "System.Collections.Generic.IDictionary<int, string>?")]
    [TestCase("System.Collections.Generic.ICollection<string>?", "System.Collections.Generic.ICollection<string>?")]
    [TestCase("System.DayOfWeek", "System.DayOfWeek")]
    public void Run_TypeThatCannotBeRead_IsADiagnosticAndLeavesTheModelToNewtonsoft(string type, string named)
    {
        var result = GeneratorRun.On(With(Order, Nswag.Property("odd", type, "Odd")), Link, State);
        var problem = result.Diagnostics.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.Id, Is.EqualTo("LOGITEMS101"));
            Assert.That(problem.Severity, Is.EqualTo(DiagnosticSeverity.Warning));
            Assert.That(
                problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
                Is.EqualTo($"Property 'odd' of Order has the type {named}, which no reader can be generated for; Order is read by Newtonsoft.Json"));
            Assert.That(problem.Location.GetLineSpan().Path, Is.EqualTo("Source0.cs"));
            Assert.That(result.Files(), Is.EquivalentTo(new[] { "Link.g.cs", "LinkReader.g.cs", "StateWords.g.cs" }));
        }
    }

    [Test]
    public void Run_PropertyWithAConverter_IsADiagnostic()
    {
        var property = Nswag.Property("day", "System.DateTimeOffset?", "Day")
            .Replace("public", "[Newtonsoft.Json.JsonConverter(typeof(DateFormatConverter))] public", StringComparison.Ordinal);
        var converter = "namespace Shop { internal class DateFormatConverter : Newtonsoft.Json.Converters.IsoDateTimeConverter; }";
        var problem = GeneratorRun.On(With(Order, property), Link, State, converter).Diagnostics.Single();
        Assert.That(problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture), Does.StartWith("'day' of Order is read by DateFormatConverter,"));
    }

    [Test]
    public void Run_EnumWithNSwagsConverter_IsNoProblem()
    {
        var property = Nswag.Property("mood", "State", "Mood")
            .Replace("public", "[Newtonsoft.Json.JsonConverter(typeof(Newtonsoft.Json.Converters.StringEnumConverter))] public", StringComparison.Ordinal);
        Assert.That(GeneratorRun.On(With(Order, property), Link, State).Diagnostics, Is.Empty);
    }

    [TestCase(" : LogItems.ApiModel", "", "it is not derived from LogItems.ApiModel")]
    [TestCase("public partial class", "public abstract partial class", "it is abstract")]
    public void Run_ModelThatCannotBeMade_IsADiagnostic(string old, string replacement, string reason)
    {
        var problem = GeneratorRun.On(Link.Replace(old, replacement, StringComparison.Ordinal)).Diagnostics.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.Id, Is.EqualTo("LOGITEMS103"));
            Assert.That(problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture), Does.Contain("Link").And.Contain(reason));
        }
    }

    [TestCase("public partial class Order { public string? Note => null; }", "Note", "note", TestName = "a member of the model")]
    [TestCase("", "Issues", "issues", TestName = "a member that all models have")]
    public void Run_PropertyWithTheNameOfAMember_IsAnError(string part, string name, string wireName)
    {
        var order = wireName == "note" ? Order : With(Order, Nswag.Property(wireName, "string?", name));
        var problem = GeneratorRun.On(order, Link, State, $"namespace Shop {{ {part} }}").Diagnostics.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((problem.Id, problem.Severity), Is.EqualTo(("LOGITEMS104", DiagnosticSeverity.Error)));
            Assert.That(
                problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
                Does.StartWith($"The contract's property '{wireName}' of Order becomes the member {name}, which Order already has;"));
            Assert.That(problem.Location.GetLineSpan().Path, Is.EqualTo("Source0.cs"));
        }
    }

    private static string With(string model, string property) =>
        model.Replace("        private System", $"{property}\n        private System", StringComparison.Ordinal);
}
