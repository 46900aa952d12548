using LogItems.Tests.Architecture;

namespace LogItems.Cli.Tests;

/// <summary>The folders of the tool and the arrows between them, which point one way.</summary>
internal sealed class ArchitectureTests
{
    private static readonly FolderArrows Arrows = new(
        typeof(Program).Assembly,
        [
            ("Hosting", []),
            ("Output", ["Hosting"]),
            ("Options", ["Hosting", "Output"]),
            ("Commands", ["Hosting", "Output", "Options"]),
            ("", ["Hosting", "Output", "Options", "Commands"]),
        ]);

    [Test]
    public void Arrows_PointOneWay() => Assert.That(Arrows.ArrowsUpward(), Is.Empty);

    [Test]
    public void Arrows_AreAllNeeded() => Assert.That(Arrows.UnusedArrows(), Is.Empty);

    [Test]
    public void Types_DependOnlyOnAllowedFolders() => Assert.That(Arrows.ForbiddenDependencies(), Is.Empty);

    [Test]
    public void Files_AreInKnownFolders() => Assert.That(Arrows.FilesInUnknownFolders(), Is.Empty);

    [Test]
    public void Namespaces_AreFolders() =>
        Assert.That(FolderArrows.WrongNamespaces("LogItems.Cli", "LogItems.Cli", isFlat: false), Is.Empty);
}
