using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Tests.Documents;

public class PrintableTextTests
{
    /// <summary>A right-to-left override, and a tag letter, which is beyond U+FFFF.</summary>
    private const string Hidden = "a\u202Eb\U000E0067c";

    [Test]
    public void EscapeJson_HiddenCharacters_AreEscapedAndMeanTheSame()
    {
        var json = PrintableText.EscapeJson($"[\"{Hidden}\", \"é👍\"]");

        Assert.That(json, Is.EqualTo("[\"a\\u202Eb\\uDB40\\uDC67c\", \"é👍\"]"));
        Assert.That(JsonElement.Parse(json)[0].GetString()!.ToCharArray(), Is.EqualTo(Hidden.ToCharArray()));
    }

    [Test]
    public void Escape_HiddenCharacters_AreWrittenAsCodePoints() =>
        Assert.That(PrintableText.Escape($"{Hidden}\n"), Is.EqualTo("a\\u202Eb\\U000E0067c\\n"));
}
