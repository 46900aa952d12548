using LogItems.Tests.Architecture;

namespace LogItems.FakeServer.Tests;

/// <summary>The folders of the fake server and the arrows between them, which point one way.</summary>
public class ArchitectureTests() : FolderArrowsTests(Arrows)
{
    private static readonly FolderArrows Arrows = new(
        typeof(FakeLogItemsServer).Assembly,
        root: "LogItems.FakeServer",
        isFlat: true,
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
}
