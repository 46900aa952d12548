using System.Text.RegularExpressions;

namespace LogItems.Downstream.Tests.Readmes;

/// <summary>What a README shows in one place: indented or fenced lines, or a command within a sentence.</summary>
/// <param name="File">The README's path in the repository.</param>
/// <param name="Language">The word behind the fence; empty for commands.</param>
/// <param name="Lines">The lines; commands that go on in the next line are one.</param>
public sealed partial record ReadmeBlock(string File, string Language, IReadOnlyList<string> Lines)
{
    /// <summary>All blocks of all READMEs.</summary>
    public static IReadOnlyList<ReadmeBlock> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.In("src"), "README.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Prepend(".github/CONTRIBUTING.md").Prepend("openapi/README.md").Prepend("README.md")
            .SelectMany(Read),
    ];

    /// <summary>Those whose lines are commands.</summary>
    public static IReadOnlyList<ReadmeBlock> OfCommands { get; } = [.. All.Where(block => block.Language is "" or "sh" or "bash" or "console")];

    public override string ToString() => $"{File}: {Lines[0]}";

    private static IEnumerable<ReadmeBlock> Read(string file)
    {
        var text = System.IO.File.ReadAllText(Repository.In(file));
        var blocks = Block().Matches(text).Select(match => match.Groups["code"] is { Success: true } code
            ? new ReadmeBlock(file, match.Groups["language"].Value, Split(code.Value))
            : new ReadmeBlock(file, "", Split(match.Value)));
        var inline = InlineCommand().Matches(Block().Replace(text, "\n")).Select(match => new ReadmeBlock(file, "", [match.Groups["code"].Value]));
        return [.. blocks, .. inline];
    }

    private static List<string> Split(string code) =>
        [.. ContinuedLine().Replace(code, " ").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<code>[\s\S]*?)^```$|(?<=\n\n)    .*\n((    .*)?\n)*", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@" *\\\n\s*")]
    private static partial Regex ContinuedLine();

    /// <summary>A tool and an argument at least; the name of a tool alone is a name.</summary>
    [GeneratedRegex(@"`(?<code>(LOGITEMS_\w+=\S+ )*(dotnet|logitems|npm|npx|git|curl|source|cp) [^`]+)`")]
    private static partial Regex InlineCommand();
}
