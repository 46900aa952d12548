using System.Text.Json;
using static LogItems.Contracts.Tests.Schemas.SchemaValidation;

namespace LogItems.Contracts.Tests.Schemas;

/// <summary>The keyword <c>pattern</c>, which is a regular expression of ECMA-262.</summary>
public class SchemaPatternTests
{
    [TestCase("^a+$", "aa", true)]
    [TestCase("^abc$", "abc\n", false)]
    [TestCase("^\\d$", "٣", false)]
    [TestCase("^\\D$", "٣", true)]
    [TestCase("^\\w$", "é", false)]
    [TestCase("^[\\W]$", "é", true)]
    [TestCase("^[\\S]$", "\u00a0", false)]
    [TestCase("^\\s$", "\ufeff", true)]
    [TestCase("^[^\\s]$", "\u2003", false)]
    [TestCase("^.$", "\U0001F432", true)]
    [TestCase("^.$", "\u2028", false)]
    [TestCase("^\U0001F432{2}$", "\U0001F432\U0001F432", true)]
    [TestCase("^\\u{1F432}*$", "\U0001F432\U0001F432", true)]
    [TestCase("^\\p{Letter}\\P{Lu}$", "éa", true)]
    [TestCase("^[a[]$", "[", true)]
    [TestCase("^[^]$", "\n", true)]
    [TestCase("[]", "a", false)]
    [TestCase("\\bcole\\b", "écoleé", true)]
    [TestCase("^\\/v[2-8]\\/$", "/v5/", true)]
    [TestCase("(?<=\\[)Error", "[Error] x", true)]
    public void Validate_Pattern_MeansWhatEcma262Says(string pattern, string text, bool valid)
    {
        var errors = Validate($"{{pattern: {JsonSerializer.Serialize(pattern)}}}", JsonSerializer.Serialize(text));

        Assert.That(errors, valid ? Is.Empty : Has.Count.EqualTo(1));
    }

    [Test]
    public void Validate_PatternThatIsNone_IsAnErrorOfTheContract()
    {
        Assert.That(Validate("{pattern: '('}", "\"a\"").Single().Message, Does.Contain("is not a regular expression"));
    }

    [Test]
    public void Validate_PatternThatBacktracksForever_TimesOut()
    {
        var errors = Validate("{pattern: '^(a+)+$'}", $"\"{new string('a', 40)}!\"");

        Assert.That(errors.Single().Message, Does.Contain("took too long"));
    }
}
