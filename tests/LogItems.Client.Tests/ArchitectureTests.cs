using LogItems.Tests.Architecture;

namespace LogItems.Client.Tests;

/// <summary>The folders of the client and the arrows between them, which point one way.</summary>
public class ArchitectureTests() : FolderArrowsTests(Arrows)
{
    private static readonly FolderArrows Arrows = new(
        typeof(LogItemsClient).Assembly,
        root: "LogItems",
        isFlat: true,
        [
            ("Primitives", []),
            ("Versions", []),
            ("Serialization/Utf8", []),
            ("Errors", ["Versions"]),
            ("Transport/Tls", ["Errors"]),
            ("Options", ["Versions", "Transport/Tls"]),
            ("Diagnostics", ["Options"]),
            ("Serialization", ["Versions", "Serialization/Utf8"]),
            ("Serialization/Readers", ["Serialization/Utf8", "Serialization"]),
            ("Models/Texts", []),
            ("Models", ["Versions", "Serialization", "Serialization/Readers", "Models/Texts"]),
            ("Filters", ["Models/Texts", "Models"]),
            ("Continuation", ["Models"]),
            ("Responses", ["Primitives", "Serialization/Utf8", "Errors", "Diagnostics", "Serialization", "Serialization/Readers", "Models"]),
            ("Streaming",
                ["Primitives", "Versions", "Serialization/Utf8", "Errors", "Options", "Serialization", "Serialization/Readers", "Models", "Responses"]),
            ("Transport", ["Primitives", "Versions", "Errors", "Transport/Tls", "Options", "Diagnostics", "Responses", "Streaming"]),
            ("Authentication",
                ["Primitives", "Versions", "Errors", "Options", "Diagnostics", "Serialization", "Serialization/Readers", "Models", "Responses", "Transport"]),
            ("Versions/Detection", ["Versions", "Errors", "Transport", "Authentication"]),
            ("Paging", ["Errors", "Options", "Diagnostics", "Serialization", "Models", "Streaming"]),
            ("Following", ["Models", "Paging"]),
            (
                "",
                [
                    "Versions", "Errors", "Transport/Tls", "Options", "Diagnostics", "Serialization", "Models/Texts", "Models", "Filters", "Continuation",
                    "Responses", "Streaming", "Transport", "Authentication", "Versions/Detection", "Paging", "Following",
                ]),
        ],
        FolderOfGenerated);

    /// <summary>NSwag's models and their readers are models; the versions and what each of them has are generated from the contract.</summary>
    private static string? FolderOfGenerated(string type) => type switch
    {
        "LogItems.ApiVersion" or "LogItems.ApiFeatures" => "Versions",
        _ => type.StartsWith("LogItems.", StringComparison.Ordinal) ? "Models" : null,
    };
}
