using LogItems.Contracts.Documents;
using LogItems.Tests.Architecture;

namespace LogItems.Contracts.Tests;

/// <summary>The folders of the kit and the arrows between them, which point one way.</summary>
public class ArchitectureTests() : FolderArrowsTests(Arrows)
{
    private static readonly FolderArrows Arrows = new(
        typeof(ContractDocument).Assembly,
        root: "LogItems.Contracts",
        isFlat: false,
        [
            ("Documents", []),
            ("Findings", ["Documents"]),
            ("Schemas", ["Documents"]),
            ("Annotations/Rules", ["Documents", "Findings", "Schemas"]),
            ("Annotations", ["Documents", "Findings", "Annotations/Rules"]),
            ("Views", ["Documents", "Findings", "Schemas", "Annotations"]),
            ("Diff/Rules", ["Findings"]),
            ("Diff/Detection", ["Documents", "Findings", "Diff/Rules"]),
            ("Diff/Shapes", ["Documents", "Findings", "Schemas", "Diff/Rules"]),
            ("Diff/Comparers", ["Documents", "Findings", "Schemas", "Diff/Rules", "Diff/Detection", "Diff/Shapes"]),
            ("Diff", ["Documents", "Findings", "Schemas", "Views", "Diff/Rules", "Diff/Detection", "Diff/Comparers"]),
            ("Lint/Rules", ["Documents", "Findings", "Schemas", "Views"]),
            ("Lint", ["Documents", "Findings", "Annotations", "Annotations/Rules", "Lint/Rules"]),
            ("Conformance", ["Documents", "Findings", "Schemas"]),
            ("Recording", ["Documents", "Schemas", "Conformance"]),
            ("Verification", ["Documents", "Findings", "Schemas", "Conformance", "Recording"]),
            ("Drift", ["Documents", "Findings", "Diff/Rules", "Diff"]),
            ("Reports",
            [
                "Documents", "Findings", "Annotations", "Annotations/Rules", "Diff", "Diff/Rules", "Lint", "Lint/Rules", "Conformance", "Verification",
                "Drift",
            ]),
        ]);
}
