using System.Text.RegularExpressions;

namespace LogItems.Client.Tests.Generation;

/// <summary>The contract lists the versions and what each of them has; code that names a version would not follow it.</summary>
public partial class VersionLiteralTests
{
    /// <summary>Lines that may name a version, each with the reason.</summary>
    private static readonly (string File, string Text, string Reason)[] Allowed =
    [
        ("src/LogItems.Client/Versions/Detection/ApiVersionDetector.cs", "\"v0\"", "a version that no server has, as the control of the probe"),
        ("src/LogItems.FakeServer/Calls/VersionDifferences.cs", "ApiVersion.V5", "links and endless dates, which the contract describes in prose"),
    ];

    [Test]
    public void Sources_NameNoVersion() =>
        Assert.That(Lines("*.cs").Where(line => Literal().IsMatch(WithoutComment(line.Text))).Where(line => !IsAllowed(line)).Select(Describe), Is.Empty);

    [Test]
    public void Projects_NameNoVersion() =>
        Assert.That(Lines("*.csproj").Concat(Lines("*.props")).Where(line => Literal().IsMatch(line.Text)).Select(Describe), Is.Empty);

    [Test]
    public void Prose_NamesNoNewestVersion()
    {
        var files = Lines("*.cs").Concat(Lines("*.md")).Concat(LinesOf("README.md")).Concat(LinesOf("openapi/README.md"));
        var newest = ApiVersions.Newest.ToPathSegment();
        Assert.That(
            files.Where(line => Regex.IsMatch(line.Text, $@"\bto {newest}\b|\b{newest} only\b|\bonly {newest}\b", RegexOptions.IgnoreCase)).Select(Describe),
            Is.Empty);
    }

    [Test]
    public void Allowed_IsNeeded() =>
        Assert.That(Allowed.Where(allowed => !Lines("*.cs").Any(line => IsAllowed(line, allowed))).Select(allowed => allowed.ToString()), Is.Empty);

    [GeneratedRegex(@"ApiVersion\.V\d|""v\d+[""/ .,]|\bv\d+ (and|to|only)\b")]
    private static partial Regex Literal();

    private static IEnumerable<(string File, int Number, string Text)> Lines(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), pattern, SearchOption.AllDirectories)
            .SelectMany(file => LinesOf(Path.GetRelativePath(Repository.Root, file)));

    private static IEnumerable<(string File, int Number, string Text)> LinesOf(string file) =>
        File.ReadAllLines(Path.Combine(Repository.Root, file)).Select((text, index) => (file, index + 1, text));

    private static string WithoutComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? "" : line;

    private static bool IsAllowed((string File, int Number, string Text) line) => Allowed.Any(allowed => IsAllowed(line, allowed));

    private static bool IsAllowed((string File, int Number, string Text) line, (string File, string Text, string Reason) allowed) =>
        line.File.StartsWith(allowed.File, StringComparison.Ordinal) && line.Text.Contains(allowed.Text, StringComparison.Ordinal);

    private static string Describe((string File, int Number, string Text) line) => $"{line.File}:{line.Number}: {line.Text.Trim()}";
}
