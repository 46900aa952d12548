using System.Reflection;
using System.Runtime.CompilerServices;

namespace LogItems.Tests.Shared;

/// <summary>The C# of a package's README is the body of a test in ReadmeTests.cs, to the letter, and runs.</summary>
public class PackageReadmeTests
{
    private static readonly string Tests = Assembly.GetExecutingAssembly().GetName().Name!;

    private static readonly string Readme = Path.Combine(Folder(), "..", "..", "src", Tests[..^".Tests".Length], "README.md");

    [Test]
    public void CSharpOfThePackageReadme_IsABodyOfATest([ValueSource(nameof(Blocks))] string block) =>
        Assert.That(Flat(File.ReadAllText(Path.Combine(Folder(), "..", Tests, "ReadmeTests.cs"))), Does.Contain(Flat(block)));

    private static IEnumerable<string> Blocks() => File.ReadAllText(Readme).Split("```csharp\n").Skip(1).Select(part => part.Split("```")[0]);

    private static string Flat(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
