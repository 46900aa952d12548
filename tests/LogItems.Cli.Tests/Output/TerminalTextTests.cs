using LogItems.Cli.Output;

namespace LogItems.Cli.Tests.Output;

internal sealed class TerminalTextTests
{
    [TestCase("mailbox", 7, "mailbox")]
    [TestCase("mailbox", 6, "mailb…")]
    [TestCase("mailbox", 1, "…")]
    [TestCase("mailbox", 0, "")]
    [TestCase("", 0, "")]
    [TestCase("日本語", 6, "日本語")]
    [TestCase("日本語", 5, "日本…")]
    [TestCase("日本語", 4, "日…")]
    [TestCase("e\u0301e\u0301", 1, "…")]
    [TestCase("ab👩‍💻", 3, "ab…")]
    public void Cut_AnyWidth_KeepsWholeCharactersThatFit(string text, int columns, string expected) =>
        Assert.That(TerminalText.Truncate(text, columns), Is.EqualTo(expected));
}
