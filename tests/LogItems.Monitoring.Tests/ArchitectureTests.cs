using LogItems.Tests.Architecture;

namespace LogItems.Monitoring.Tests;

/// <summary>The folders of the project and the arrows between them, which point one way.</summary>
public class ArchitectureTests() : FolderArrowsTests(Arrows)
{
    private static readonly FolderArrows Arrows = new(
        typeof(FailureReport).Assembly,
        root: "LogItems.Monitoring",
        isFlat: true,
        [
            ("Causes", []),
            ("Sessions", []),
            ("Waivers", ["Causes"]),
            ("Failures", ["Causes", "Sessions", "Waivers"]),
            ("Summaries", ["Sessions"]),
            ("Checks", ["Sessions"]),
            ("Pages", ["Sessions", "Failures"]),
        ]);
}
