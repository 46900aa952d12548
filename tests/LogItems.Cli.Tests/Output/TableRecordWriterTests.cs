using FsCheck;
using FsCheck.Fluent;
using LogItems.Cli.Output;

namespace LogItems.Cli.Tests.Output;

[Parallelizable(ParallelScope.Children)]
internal sealed class TableRecordWriterTests
{
    private static readonly RecordColumn<string[]>[] Columns =
    [
        new("NAME", 10, cells => cells[0]),
        new("SIZE", 9, cells => cells[1]) { IsRight = true },
        new("TEXT", 0, cells => cells[2]),
    ];

    [Test]
    public void Write_WithoutWidth_CutsAndWrapsNothing() => Assert.That(Table(null, ["A name of 20 letters", "12.5 GiB", "one two three"]), Is.EqualTo(
        """
        NAME             SIZE  TEXT
        A name of 20 letters   12.5 GiB  one two three

        """));

    [Test]
    public void Write_Width_CutsColumnsAndWrapsTheLastAtSpaces() => Assert.That(
        Table(40, ["A name of 20 letters", "12.5 GiB", "one two three four five"]), Is.EqualTo(
        """
        NAME             SIZE  TEXT
        A name of…   12.5 GiB  one two three
                               four five

        """));

    [Test]
    public void Write_ColumnsThatDoNotFit_ContinueOnASecondLine() => Assert.That(Table(30, ["Sales", "1 B", "one two three four five six seven"]), Is.EqualTo(
        """
        NAME             SIZE
          TEXT
        Sales             1 B
          one two three four five six
          seven

        """));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Wrap_AnyText_KeepsItAndTheWidth()
    {
        var texts = Gen.Elements("a", "bc", "longer", "漢字", "e\u0301", "👩‍👧", " ").ArrayOf().Select(string.Concat);
        return Prop.ForAll(texts.ToArbitrary(), Gen.Choose(2, 20).ToArbitrary(), (text, width) =>
        {
            var lines = TerminalText.Wrap(text, width);
            return lines.All(line => TerminalText.Width(line) <= width)
                && string.Concat(lines).Replace(" ", "", StringComparison.Ordinal) == text.Replace(" ", "", StringComparison.Ordinal);
        });
    }

    [TestCase(0L, "0 B", "0 B/s")]
    [TestCase(1023L, "1023 B", "1.0 KB/s")]
    [TestCase(1_048_570L, "1.0 MiB", "1.0 MB/s")]
    [TestCase(98_142_970L, "93.6 MiB", "98.1 MB/s")]
    [TestCase(long.MaxValue, "8.0 EiB", "9.2 EB/s")]
    [TestCase(null, "", "")]
    public void BytesAndRate_Number_HaveUnits(long? number, string bytes, string rate) =>
        Assert.That((RecordText.Bytes(number), RecordText.Rate(number)), Is.EqualTo((bytes, rate)));

    private static string Table(int? width, params string[] cells)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var writer = new TableRecordWriter<string[]>(new Screen(output, hasColors: false), Columns, width);
        writer.Begin();
        writer.Write(cells);
        writer.End();
        return output.ToString();
    }
}
