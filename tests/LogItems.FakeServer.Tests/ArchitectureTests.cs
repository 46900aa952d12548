using LogItems.Tests.Architecture;

namespace LogItems.FakeServer.Tests;

/// <summary>The folders of the fake server and the arrows between them, which point one way.</summary>
public class ArchitectureTests
{
    private static readonly FolderArrows Arrows = new(
        typeof(FakeLogItemsServer).Assembly,
        [
            ("Facts", []),
            ("Data", []),
            ("Requests", []),
            ("Synthetic", ["Data"]),
            ("Options", ["Data", "Requests", "Synthetic"]),
            ("Calls", ["Facts", "Data", "Requests"]),
            ("Querying", ["Facts", "Data", "Calls"]),
            ("Wire", ["Facts", "Data", "Calls", "Querying"]),
            ("Tokens", ["Facts", "Calls"]),
            ("Faults", ["Requests", "Synthetic", "Options", "Calls", "Tokens"]),
            ("State", ["Data", "Requests", "Options", "Tokens", "Faults"]),
            ("Endpoints", ["Facts", "Data", "Requests", "Options", "Calls", "Querying", "Wire", "Tokens", "State"]),
            ("Hosting", ["Facts", "Data", "Requests", "Options", "Calls", "Wire", "Tokens", "Faults", "State", "Endpoints"]),
            ("", ["Data", "Requests", "Options", "Faults", "State", "Hosting"]),
        ],
        type => type.StartsWith("LogItems.FakeServer.Facts.", StringComparison.Ordinal) ? "Facts" : null);

    [Test]
    public void Arrows_PointOneWay() => Assert.That(Arrows.ArrowsUpward(), Is.Empty);

    [Test]
    public void Arrows_AreAllNeeded() => Assert.That(Arrows.UnusedArrows(), Is.Empty);

    [Test]
    public void Types_DependOnlyOnAllowedFolders() => Assert.That(Arrows.ForbiddenDependencies(), Is.Empty);

    [Test]
    public void Files_AreInKnownFolders() => Assert.That(Arrows.FilesInUnknownFolders(), Is.Empty);

    [Test]
    public void Namespaces_AreFoldersExceptOfPublicTypes() =>
        Assert.That(FolderArrows.WrongNamespaces("LogItems.FakeServer", "LogItems.FakeServer", isFlat: true), Is.Empty);
}
