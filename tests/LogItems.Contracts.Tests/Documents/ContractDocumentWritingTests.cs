using System.Text.Json;
using FsCheck;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Tests.Documents;

public class ContractDocumentWritingTests
{
    [TestCase("on", "x-v: 'on'")]
    [TestCase("Yes", "x-v: 'Yes'")]
    [TestCase("null", "x-v: 'null'")]
    [TestCase("", "x-v: ''")]
    [TestCase("1.0", "x-v: '1.0'")]
    [TestCase("3.0.3", "x-v: '3.0.3'")]
    [TestCase("2021-02-26", "x-v: '2021-02-26'")]
    [TestCase("4443", "x-v: '4443'")]
    [TestCase("a: b", "x-v: 'a: b'")]
    [TestCase("a #b", "x-v: 'a #b'")]
    [TestCase("#/components", "x-v: '#/components'")]
    [TestCase("[Success] it's done", "x-v: '[Success] it''s done'")]
    [TestCase("It's done.", "x-v: It's done.")]
    [TestCase("/Sessions/{id}", "x-v: /Sessions/{id}")]
    [TestCase(" padded ", "x-v: \" padded \"")]
    [TestCase("tab\there", "x-v: \"tab\\there\"")]
    [TestCase("one\n\n  two\n", "x-v: |\n  one\n\n    two")]
    [TestCase("one\ntwo", "x-v: |-\n  one\n  two")]
    public void WriteYaml_String_StaysAString(string text, string yaml)
    {
        var document = WithValue(JsonSerializer.Serialize(text));

        Assert.That(Fixture.Yaml(document), Does.EndWith($"\n{yaml}\n"));
    }

    [Test]
    public void WriteYaml_LongProse_IsFolded()
    {
        var prose = string.Join(' ', Enumerable.Repeat("Every operation of a run is a log item.", 5));

        var lines = Fixture.Yaml(WithValue(JsonSerializer.Serialize(prose))).Split('\n');

        Assert.That(lines, Has.Member("x-v: >-"));
        Assert.That(lines.Select(line => line.Length), Is.All.LessThan(120));
    }

    [TestCase("4443")]
    [TestCase("\"4443\"")]
    [TestCase("1.50")]
    [TestCase("1E+400")]
    [TestCase("true")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("[[1], {}, \"a\"]")]
    public void WriteJson_Value_HasItsTypeAndDigits(string json)
    {
        var written = JsonDocument.Parse(Fixture.Json(WithValue(json))).RootElement.GetProperty("x-v");

        Assert.That(JsonElement.DeepEquals(written, JsonElement.Parse(json)));
        Assert.That(written.GetRawText().Contains("1.50"), Is.EqualTo(json.Contains("1.50")));
    }

    [Test]
    public void WriteJson_Prose_StaysReadable()
    {
        Assert.That(Fixture.Json(WithValue("\"it's <b> — é\"")), Does.Contain("it's <b> — é"));
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public void WriteYaml_AnyText_LoadsToTheSame(NonNull<string> key, NonNull<string> value, bool asProse)
    {
        var text = asProse ? string.Join(' ', Enumerable.Repeat(value.Get, 20)) : value.Get;
        var json = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["openapi"] = "3.0.3",
            ["x-v"] = new Dictionary<string, object> { [key.Get] = new[] { text, $"{text}\n{text}" } },
        });
        var document = Fixture.Parse(json);

        Assert.That(Fixture.Json(Fixture.Parse(Fixture.Yaml(document))), Is.EqualTo(Fixture.Json(document)));
    }

    private static ContractDocument WithValue(string json) =>
        Fixture.Parse($$"""{"openapi": "3.0.3", "x-v": {{json}}}""");
}
