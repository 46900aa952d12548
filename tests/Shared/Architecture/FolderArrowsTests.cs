namespace LogItems.Tests.Architecture;

/// <summary>The folders of a project and the arrows between them, which point one way; a project's ArchitectureTests has the table.</summary>
public abstract class FolderArrowsTests(FolderArrows arrows)
{
    [Test]
    public void Arrows_PointOneWay() => Assert.That(arrows.ArrowsUpward(), Is.Empty);

    [Test]
    public void Arrows_AreAllNeeded() => Assert.That(arrows.UnusedArrows(), Is.Empty);

    [Test]
    public void Types_DependOnlyOnAllowedFolders() => Assert.That(arrows.ForbiddenDependencies(), Is.Empty);

    [Test]
    public void Files_AreInKnownFolders() => Assert.That(arrows.FilesInUnknownFolders(), Is.Empty);

    [Test]
    public void Namespaces_AreFolders() => Assert.That(arrows.WrongNamespaces(), Is.Empty);
}
