using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Tests.Documents;

/// <summary>JSON is read by a reader of its own, and YAML's reads it as well: both have to see the same.</summary>
public class JsonDocumentTests
{
    private const string Start = "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"T\", \"version\": \"1\"}, \"paths\": {}";

    [TestCase("\"x\": [1, -0, 0.5, -12.50, 1e5, 1E-7, 1.5e+10, 123456789012345678901234567890]")]
    [TestCase("\"x\": [true, false, null, \"true\", \"null\", \"1\", \"\"]")]
    [TestCase("\"x\": \"a\\\"b\\\\c\\/d\\be\\ff\\ng\\rh\\ti\\u00e4\\u0041\"")]
    [TestCase("\"x\": \"\\ud83d\\ude00 and \u00e4\u20ac\"")]
    [TestCase("\"\u00e4\U0001F600\": 1, \"y\": 2")]
    [TestCase("\"x\": {}, \"y\": [], \"z\": [[], {}, [{}]]")]
    [TestCase("\"x\" :\n  {\n \"a\"\n:\n1 , \"b\":[\n1,\r\n2\r\n] }\n")]
    [TestCase("\"x\": {\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4, \"e\": 5, \"f\": 6, \"g\": 7, \"h\": 8, \"i\": 9, \"j\": 10}")]
    [TestCase("\"x-<<\": {\"<<\": 1}")]
    [TestCase("\"x\": \"a text that is longer than those of which each is kept once only\"")]
    public void Load_Json_IsWhatYamlReadsInIt(string members)
    {
        var text = $"{Start}, {members}}}\n";

        var json = Fixture.Parse(text);
        // A comment makes YAML of it, one line further down.
        var yaml = Fixture.Parse($"# YAML\n{text}");

        Assert.That(Lines(json.Root, 1), Is.EqualTo(Lines(yaml.Root, 0)));
    }

    [TestCase("\"x\": 01")]
    [TestCase("\"x\": [1,]")]
    [TestCase("\"x\": +1")]
    [TestCase("\"x\": .5")]
    [TestCase("\"x\": 'a'")]
    [TestCase("\"x\": plain")]
    [TestCase("x: 1")]
    [TestCase("\"x\": 1 # comment")]
    [TestCase("\"x\": 1.")]
    [TestCase("\"x\": 1e")]
    [TestCase("\"x\": \"a\nb\"")]
    public void Load_NearlyJson_IsReadAsYaml(string members)
    {
        var text = $"{Start}, {members}\n}}\n";

        Assert.That(Lines(Fixture.Parse(text).Root, 1), Is.EqualTo(Lines(Fixture.Parse($"# YAML\n{text}").Root, 0)));
    }

    [TestCase("\"x\": 1, \"x\": 2", "occurs twice")]
    [TestCase("\"x\": \"\\ud800\"", "YAML or JSON")]
    [TestCase("\"x\": [", "YAML or JSON")]
    [TestCase("\"x\": \"", "YAML or JSON")]
    public void Load_FaultyJson_IsRefusedWithItsPlace(string members, string message) => Assert.That(
        () => Fixture.Parse($"{Start},\n{members}}}"), Throws.TypeOf<ContractLoadException>().With.Message.Contains(message));

    [Test]
    public void Load_DeepJson_IsRefused()
    {
        Assert.That(
            () => Fixture.Parse($"{Start}, \"x\": {new string('[', 300)}{new string(']', 300)}}}"),
            Throws.TypeOf<ContractLoadException>().With.Message.Contains("200 levels"));
    }

    [Test]
    public void Load_JsonWithMoreBehindIt_IsRefused() => Assert.That(
        () => Fixture.Parse($"{Start}}} {{}}"), Throws.TypeOf<ContractLoadException>());

    private static List<string> Lines(ContractNode node, int further) =>
    [
        $"{node.Location.Pointer} {node.Location.Line + further}:{node.Location.Column} "
            + (node is ContractScalar scalar ? $"{scalar.Kind} {scalar.Text}" : node.GetType().Name),
        .. node switch
        {
            ContractMap map => map.Entries.SelectMany(entry => Lines(entry.Value, further)),
            ContractList list => list.Items.SelectMany(item => Lines(item, further)),
            _ => [],
        },
    ];
}
