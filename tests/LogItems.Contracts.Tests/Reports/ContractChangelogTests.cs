using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Reports;

namespace LogItems.Contracts.Tests.Reports;

public class ContractChangelogTests
{
    private static readonly Location Place = new("/paths/~1a/get", 3, 1, "new.yaml");

    private static readonly Finding[] Findings =
    [
        Change("endpoint-added", FindingLevel.Info, FindingLevel.Info, "GET /b: operation added.", null, "GET /b"),
        Change("response-property-renamed", FindingLevel.Error, FindingLevel.Error, "Item.text: property renamed <b>*now*</b>.", "title", "text"),
        Change("api-operation-id-removed", FindingLevel.Info, FindingLevel.Error, "GET /a: operationId changed.", "a", "b"),
        Change("endpoint-deprecated", FindingLevel.Info, FindingLevel.Info, "GET /a: operation deprecated.", null, null),
        Change("api-version-increased", FindingLevel.None, FindingLevel.None, "info: document version raised.", "1", "2"),
    ];

    [Test]
    public void Write_Markdown_ListsEachChangeOnceWhereItMattersMost()
    {
        var text = Write(new ContractChangelog("Changes", Findings) { BaseVersion = new(1, 2, 3) }, ChangelogFormat.Markdown);

        Assert.That(text, Is.EqualTo(
            """
            # Changes

            Suggested version: 2.0.0 (major: callers or code may break).

            ## Breaking for deployed callers

            - Item.text: property renamed \<b>\*now\*\</b>. Concerns GET /a. Versions: v8.

            ## Breaking for code that uses the SDK

            - GET /a: operationId changed. Versions: v8.

            ## Deprecations

            - GET /a: operation deprecated. Versions: v8.

            ## Additions

            - GET /b: operation added. Concerns GET /a. Versions: v8.

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Write_Html_IsAWholePageThatRunsNothing()
    {
        var text = Write(new ContractChangelog("A & B", Findings), ChangelogFormat.Html);

        Assert.That(text, Does.StartWith("<!DOCTYPE html>").And.Contain("<h1>A &amp; B</h1>").And.EndsWith("</html>\n"));
        Assert.That(text, Does.Contain("<li>Item.text: property renamed &lt;b&gt;*now*&lt;/b&gt;. Concerns GET /a. Versions: v8.</li>"));
        Assert.That(text, Does.Not.Contain("<b>").And.Not.Contain("<script").And.Not.Contain("http"));
    }

    [TestCase("1.2.3", new[] { FindingLevel.Error }, "2.0.0")]
    [TestCase("1.2.3", new[] { FindingLevel.Info, FindingLevel.Warn }, "2.0.0")]
    [TestCase("1.2.3", new[] { FindingLevel.Info }, "1.3.0")]
    [TestCase("1.2.3", new[] { FindingLevel.None }, "1.2.4")]
    [TestCase("v1", new[] { FindingLevel.None }, "1.0.1")]
    [TestCase("v1", new FindingLevel[0], "1.0.0")]
    [TestCase("2.0.0-beta.1", new FindingLevel[0], "2.0.0-beta.1")]
    [TestCase("2.0.0-beta.1", new[] { FindingLevel.Error }, "2.0.0")]
    [TestCase("2.1.0-beta.1", new[] { FindingLevel.Error }, "3.0.0")]
    [TestCase("2.1.0-beta.1+build.7", new[] { FindingLevel.Info }, "2.1.0")]
    [TestCase("2.1.3-beta.1", new[] { FindingLevel.Info }, "2.2.0")]
    [TestCase("2.1.3-beta.1", new[] { FindingLevel.None }, "2.1.3")]
    [TestCase("0.4.0-rc", new[] { FindingLevel.Error }, "0.4.0")]
    [TestCase("0.4.1-rc", new[] { FindingLevel.Error }, "0.5.0")]
    [TestCase("0.4.1", new[] { FindingLevel.Error }, "0.5.0")]
    [TestCase("0.4.1-beta.2", new[] { FindingLevel.Info }, "0.4.1")]
    public void SuggestedVersion_Changes_RaiseTheBaseVersion(string version, FindingLevel[] levels, string expected)
    {
        var findings = levels.Select(level => Change("any-rule", level, level, "m", null, null)).ToList();

        Assert.That($"{new ContractChangelog("t", findings) { BaseVersion = ReleaseVersion.Parse(version) }.SuggestedVersion}", Is.EqualTo(expected));
    }

    [Test]
    public void SuggestedVersion_WaivedBreak_DoesNotCount()
    {
        var waived = Findings[1] with { Waiver = new Waiver("r", "/**", "Meant.", new DateOnly(2099, 1, 1), Place) };

        Assert.That(new ContractChangelog("t", [waived]).Impact, Is.EqualTo(ReleaseImpact.Patch));
    }

    [Test]
    public void Write_NothingChanged_KeepsTheVersion()
    {
        var changelog = new ContractChangelog("t", []) { BaseVersion = new(1, 2, 3), DeclaredVersion = new(1, 2, 3) };

        Assert.That(
            Write(changelog, ChangelogFormat.Markdown),
            Does.Contain("Suggested version: 1.2.3 (none: nothing changed). The declared version 1.2.3 fits."));
    }

    [Test]
    public void Write_WaivedChangeThatBreaksNothing_IsListedAmongTheOthers()
    {
        var waiver = new Waiver("r", "/**", "Meant.", new DateOnly(2099, 1, 1), Place);

        var text = Write(
            new ContractChangelog("t", [Findings[0] with { Waiver = waiver }, Findings[1] with { Waiver = waiver }]), ChangelogFormat.Markdown);

        Assert.That(text.Split("\n## ").Skip(1).Select(section => (section.Split('\n')[0], section.Split("\n- ").Length - 1)), Is.EqualTo(
            new[] { ("Waived breaking changes", 1), ("Additions", 1) }));
    }

    [TestCase("1.9.0", true, "The declared version 1.9.0 is too low.")]
    [TestCase("2.0.0", false, "The declared version 2.0.0 fits.")]
    [TestCase("3.1.0", false, "The declared version 3.1.0 fits.")]
    public void IsDeclaredTooLow_Version_IsComparedWithTheSuggestedOne(string declared, bool isTooLow, string sentence)
    {
        var changelog = new ContractChangelog("t", Findings) { BaseVersion = new(1, 2, 3), DeclaredVersion = ReleaseVersion.Parse(declared) };

        Assert.That(changelog.IsDeclaredTooLow, Is.EqualTo(isTooLow));
        Assert.That(Write(changelog, ChangelogFormat.Markdown), Does.Contain(sentence));
    }

    [TestCase("2026-11-01")]
    [TestCase("1.x")]
    [TestCase("99999999999.0.0")]
    [TestCase("")]
    public void Parse_TextThatIsNoVersion_IsNull(string text)
    {
        Assert.That(ReleaseVersion.Parse(text), Is.Null);
    }

    [Test]
    public void Write_ControlCharactersAndLineBreaks_AreVisibleText([Values] ChangelogFormat format)
    {
        var text = Write(
            new ContractChangelog("Changes", [Change("endpoint-added", FindingLevel.Info, FindingLevel.Info, "a\u001b[31m\u202eb\n# c", null, null)]), format);

        Assert.That(text.Where(c => c is '\u202e' || (char.IsControl(c) && c != '\n')), Is.Empty);
        Assert.That(text.Split('\n'), Has.None.StartsWith("# c"));
    }

    private static Finding Change(string rule, FindingLevel wire, FindingLevel sdk, string message, string? was, string? current) =>
        new(rule, wire > sdk ? wire : sdk, message, Place)
        {
            Change = new Change(wire, sdk, Place, Place, was, current) { Operations = ["GET /a"] },
            Versions = ["v8"],
        };

    private static string Write(ContractChangelog changelog, ChangelogFormat format)
    {
        var writer = new StringWriter();
        changelog.Write(format, writer);
        return writer.ToString();
    }
}
