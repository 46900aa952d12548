using System.Text.RegularExpressions;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Tests.Support;
using NetArchTest.Rules;

namespace LogItems.Contracts.Tests;

/// <summary>The folders of the kit and the arrows between them, which point one way.</summary>
public partial class ArchitectureTests
{
    private const string Root = "LogItems.Contracts";

    /// <summary>Every folder with the folders it may depend on, all of them listed before it.</summary>
    private static readonly (string Folder, string[] Allowed)[] Folders =
    [
        ("Documents", []),
        ("Findings", ["Documents"]),
        ("Schemas", ["Documents"]),
        ("Annotations.Rules", ["Documents", "Findings", "Schemas"]),
        ("Annotations", ["Documents", "Findings", "Annotations.Rules"]),
        ("Views", ["Documents", "Findings", "Schemas", "Annotations"]),
        ("Diff.Rules", ["Findings"]),
        ("Diff.Detection", ["Documents", "Findings", "Diff.Rules"]),
        ("Diff.Shapes", ["Documents", "Findings", "Schemas", "Diff.Rules"]),
        ("Diff.Comparers", ["Documents", "Findings", "Schemas", "Diff.Rules", "Diff.Detection", "Diff.Shapes"]),
        ("Diff", ["Documents", "Findings", "Schemas", "Views", "Diff.Rules", "Diff.Detection", "Diff.Shapes", "Diff.Comparers"]),
        ("Lint.Rules", ["Documents", "Findings", "Schemas", "Views"]),
        ("Lint", ["Documents", "Findings", "Annotations", "Annotations.Rules", "Lint.Rules"]),
        ("Conformance", ["Documents", "Findings", "Schemas"]),
        ("Recording", ["Documents", "Schemas", "Conformance"]),
        ("Verification", ["Documents", "Findings", "Schemas", "Conformance", "Recording"]),
        ("Drift", ["Documents", "Findings", "Diff.Rules", "Diff"]),
        ("Reports", ["Documents", "Findings", "Annotations", "Annotations.Rules", "Diff.Rules", "Lint", "Lint.Rules", "Conformance", "Verification", "Drift"]),
    ];

    [Test]
    public void Arrows_PointOneWay()
    {
        var upward = Folders.SelectMany((entry, index) => entry.Allowed
            .Where(allowed => Array.FindIndex(Folders, other => other.Folder == allowed) is var position && (position < 0 || position >= index))
            .Select(allowed => $"{entry.Folder} -> {allowed}"));

        Assert.That(upward, Is.Empty);
    }

    [Test]
    public void Types_DependOnlyOnAllowedFolders()
    {
        var offenders = new List<string>();
        foreach (var (folder, allowed) in Folders)
        {
            foreach (var forbidden in Folders.Select(entry => entry.Folder).Except([.. allowed, folder]))
            {
                var types = TypesOf(forbidden).Select(type => type.FullName!).ToArray();
                var result = Types.InAssembly(typeof(ContractDocument).Assembly)
                    .That().ResideInNamespaceMatching($"^{Regex.Escape($"{Root}.{folder}")}$")
                    .ShouldNot().HaveDependencyOnAny(types).GetResult();
                offenders.AddRange((result.FailingTypeNames ?? []).Select(type => $"{type} -> {forbidden}"));
            }
        }

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Types_ResideInAKnownFolder()
    {
        var known = Folders.Select(entry => $"{Root}.{entry.Folder}").ToHashSet();

        var strangers = typeof(ContractDocument).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true && !known.Contains(type.Namespace));

        Assert.That(strangers, Is.Empty);
    }

    [Test]
    public void Namespaces_AreFolders()
    {
        var source = OurContract.PathOf("src", Root);

        var strangers =
            from file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            let folder = Path.GetRelativePath(source, Path.GetDirectoryName(file)!)
            let expected = folder == "." ? Root : $"{Root}.{folder.Replace(Path.DirectorySeparatorChar, '.')}"
            let actual = NamespaceLine().Match(File.ReadAllText(file)).Groups[1].Value
            where actual != expected
            select $"{Path.GetRelativePath(source, file)}: {actual}";

        Assert.That(strangers, Is.Empty);
    }

    private static IEnumerable<Type> TypesOf(string folder) =>
        typeof(ContractDocument).Assembly.GetTypes().Where(type => type.Namespace == $"{Root}.{folder}" && !type.IsNested);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
