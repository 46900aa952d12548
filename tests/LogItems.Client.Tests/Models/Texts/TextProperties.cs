using FsCheck;
using FsCheck.Fluent;
using NUnitProperty = FsCheck.NUnit.PropertyAttribute;

namespace LogItems.Client.Tests.Models.Texts;

/// <summary>What holds for every text.</summary>
public class TextProperties
{
    private const string Id = "7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e";

    /// <summary>Pieces that the readers look for, and what may stand between them.</summary>
    private static readonly string[] Pieces =
    [
        "Processing ", "Failed to process ", "Item ", "mailbox", "site", "personal site", "TEAM", ":", " ", ".", ". ", "(", ")", "()", "[", "]", ",", "@",
        "://", "http", "https://", "a@b.c", " finished with warning:", " completed with warning:", " failed with error:", " was opened with warning:",
        " was not found", "(ID: ", "(listID: ", ", itemID: ", ", name: ", Id, "Dr", "x", "ü", "\u0301", "\ud83d", "\n", "\0",
    ];

    private static Gen<string> Mixed => Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

    /// <summary>References with the text that prints them, and texts without any.</summary>
    private static Gen<(string Text, string[] References)> Parts => Gen.OneOf(
        ArbMap.Default.GeneratorFor<Guid>().Select(id => ($"(ID: {id})", new[] { $"Id {id} " })),
        ArbMap.Default.GeneratorFor<Guid>().Select(id => ($"(id:{id})", new[] { $"Id {id} " })),
        from id in ArbMap.Default.GeneratorFor<Guid>()
        from name in Gen.Elements("Anna Sample", "Sales (EMEA)", "A: B, C.", "()")
        select ($"(ID: {id}, name: {name})", new[] { $"Id {id} {name}" }),
        from list in ArbMap.Default.GeneratorFor<Guid>()
        from item in ArbMap.Default.GeneratorFor<Guid>()
        select ($"(listID: {list}, itemID: {item})", new[] { $"ListId {list} ", $"ItemId {item} " }),
        Gen.Elements("user@contoso.onmicrosoft.com", "a.b+c%d@contoso-x.de", "Ü_1@x.y").Select(address => (address, new[] { $"Mailbox {address} " })),
        Gen.Elements("https://contoso.sharepoint.com/sites/Name", "HTTP://x/?a=b@c.d&e=1:2").Select(url => (url, new[] { $"Url {url} " })),
        Gen.Elements(
            "Processing", "mailbox:", "(", ")", "a@", "@b.c", "ID:", "(ID:", "https://", "://", "x@y", Id, $"({Id})", $"(ID: {Id}", "(ID: 7f0c8c1e)",
            $"(listID: {Id})", "- + %")
            .Select(text => (text, Array.Empty<string>())));

    [NUnitProperty(MaxTest = 2000)]
    public Property Parts_AnyText_AreSubstringsAndNothingThrows() => Prop.ForAll(
        Gen.OneOf(Mixed, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get)).ToArbitrary(),
        text =>
        {
            var item = new LogItem { Message = text };
            var parts = item.References.SelectMany(reference => new[] { reference.Value, reference.Name })
                .Concat([item.Cause, item.Subject?.Name, item.Subject?.Address]);
            return parts.All(part => part is null || (part.Length > 0 && text.Contains(part, StringComparison.Ordinal)))
                && (item.Subject?.Id is not { } id || text.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase));
        });

    [NUnitProperty(MaxTest = 2000)]
    public Property Parts_TitleWithLevel_AreThoseOfTheMessage() => Prop.ForAll(Mixed.ToArbitrary(), text =>
    {
        var (title, message) = (new LogItem { Title = $"[Success] {text}" }, new LogItem { Type = LogItemType.Success, Message = text });
        return title.Text == message.Text && title.Subject == message.Subject && title.Cause == message.Cause
            && title.References.SequenceEqual(message.References);
    });

    [NUnitProperty(MaxTest = 2000)]
    public Property References_TextOfKnownParts_AreThoseParts() => Prop.ForAll(Parts.ArrayOf().ToArbitrary(), parts =>
    {
        var item = new LogItem { Message = string.Join(" ", parts.Select(part => part.Text)) };
        return item.References.Select(reference => $"{reference.Kind} {reference.Value} {reference.Name}")
            .SequenceEqual(parts.SelectMany(part => part.References));
    });

    /// <summary>Texts of 4 million characters, for which quadratic work would take hours.</summary>
    [TestCase("a")]
    [TestCase("a@")]
    [TestCase("a.")]
    [TestCase("@")]
    [TestCase("a@b.")]
    [TestCase("http://")]
    [TestCase("https:")]
    [TestCase("(ID: ")]
    [TestCase($"(ID: {Id}, name: ")]
    [TestCase(". ")]
    [TestCase("St. ")]
    [TestCase("(")]
    [TestCase(")")]
    [TestCase(" finished with warning")]
    public void Parts_HugeText_AreRead(string piece)
    {
        const int Length = 1024 * 1024;
        foreach (var start in new[] { "Failed to process site: ", "Processing site " })
        {
            var text = start + string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
            var item = new LogItem { Message = text };
            Assert.That(item.References.Count, Is.LessThanOrEqualTo(text.Length));
            Assert.That(item.Subject?.Name?.Length ?? 0, Is.LessThanOrEqualTo(text.Length));
        }
    }
}
