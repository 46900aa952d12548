using LogItems.Tests.Architecture;

namespace LogItems.Cli.Tests;

/// <summary>The folders of the tool and the arrows between them, which point one way.</summary>
internal sealed class ArchitectureTests() : FolderArrowsTests(Arrows)
{
    private static readonly FolderArrows Arrows = new(
        typeof(Program).Assembly,
        root: "LogItems.Cli",
        isFlat: false,
        [
            ("Hosting", []),
            ("Output", ["Hosting"]),
            ("Profiles", ["Hosting"]),
            ("Options", ["Hosting", "Output", "Profiles"]),
            ("Commands", ["Hosting", "Output", "Profiles", "Options"]),
            ("", ["Hosting", "Output", "Options", "Commands"]),
        ]);
}
