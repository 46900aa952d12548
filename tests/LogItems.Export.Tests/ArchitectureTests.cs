using LogItems.Tests.Architecture;

namespace LogItems.Export.Tests;

/// <summary>The folders of the project and the arrows between them, which point one way.</summary>
public class ArchitectureTests() : FolderArrowsTests(Arrows)
{
    private static readonly FolderArrows Arrows = new(
        typeof(Fleet).Assembly,
        root: "LogItems.Export",
        isFlat: true,
        [
            ("Fleets", []),
            ("Scheduling", ["Fleets"]),
            ("Prometheus", ["Fleets", "Scheduling"]),
            ("Records", ["Fleets"]),
            ("Sinks", ["Records"]),
            ("Checkpoints", ["Records", "Sinks"]),
            ("Postgres", ["Records", "Sinks", "Checkpoints"]),
            ("Parquet", ["Records", "Sinks"]),
            ("Otlp/Wire", []),
            ("Otlp/Options", []),
            ("Otlp/Mapping", ["Records", "Otlp/Wire", "Otlp/Options"]),
            ("Otlp/Sending", ["Scheduling", "Sinks", "Otlp/Wire", "Otlp/Options"]),
            ("Otlp", ["Records", "Sinks", "Otlp/Wire", "Otlp/Options", "Otlp/Mapping", "Otlp/Sending"]),
            ("Reading", ["Records", "Scheduling", "Sinks", "Checkpoints"]),
            ("Health", ["Records", "Scheduling", "Sinks", "Checkpoints"]),
            ("Hosting", ["Fleets", "Scheduling", "Prometheus", "Records", "Sinks", "Checkpoints", "Reading", "Health"]),
        ]);
}
