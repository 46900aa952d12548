using System.Text.Json.Serialization;

namespace LogItems.Benchmarks.SourceGen;

/// <summary>The models as one writes them by hand for System.Text.Json.</summary>
internal sealed class LogItemPage
{
    public int? Offset { get; set; }

    public int? Limit { get; set; }

    public string? SetId { get; set; }

    public int? TotalCount { get; set; }

    public List<LogItem> Results { get; set; } = [];

    [JsonPropertyName("_links")]
    public Dictionary<string, Link>? Links { get; set; }
}

internal sealed class LogItem
{
    public Guid Id { get; set; }

    public long Usn { get; set; }

    public string? Title { get; set; }

    public LogItemType? Type { get; set; }

    public string? Message { get; set; }

    public DateTimeOffset CreationTime { get; set; }

    public DateTimeOffset? EndTime { get; set; }

    [JsonPropertyName("_links")]
    public Dictionary<string, Link>? Links { get; set; }
}

internal sealed class Link
{
    public string? Href { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LogItemPage))]
internal sealed partial class SourceGenContext : JsonSerializerContext;
