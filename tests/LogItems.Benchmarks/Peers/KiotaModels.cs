using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace LogItems.Benchmarks.Kiota;

/// <summary>The models as Kiota's generator writes them; a map of objects has no type there, so links are additional data.</summary>
internal sealed class LogItemPage : IAdditionalDataHolder, IParsable
{
    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();

    public int? Limit { get; set; }

    public LogItemLinks? Links { get; set; }

    public int? Offset { get; set; }

    public List<LogItem>? Results { get; set; }

    public string? SetId { get; set; }

    public int? TotalCount { get; set; }

    public static LogItemPage CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "limit", n => { Limit = n.GetIntValue(); } },
        { "_links", n => { Links = n.GetObjectValue(LogItemLinks.CreateFromDiscriminatorValue); } },
        { "offset", n => { Offset = n.GetIntValue(); } },
        { "results", n => { Results = n.GetCollectionOfObjectValues(LogItem.CreateFromDiscriminatorValue)?.AsList(); } },
        { "setId", n => { SetId = n.GetStringValue(); } },
        { "totalCount", n => { TotalCount = n.GetIntValue(); } },
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException("Only reading is measured.");
}

internal sealed class LogItem : IAdditionalDataHolder, IParsable
{
    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();

    public DateTimeOffset? CreationTime { get; set; }

    public DateTimeOffset? EndTime { get; set; }

    public Guid? Id { get; set; }

    public LogItemLinks? Links { get; set; }

    public string? Message { get; set; }

    public string? Title { get; set; }

    public LogItemType? Type { get; set; }

    public long? Usn { get; set; }

    public static LogItem CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "creationTime", n => { CreationTime = n.GetDateTimeOffsetValue(); } },
        { "endTime", n => { EndTime = n.GetDateTimeOffsetValue(); } },
        { "id", n => { Id = n.GetGuidValue(); } },
        { "_links", n => { Links = n.GetObjectValue(LogItemLinks.CreateFromDiscriminatorValue); } },
        { "message", n => { Message = n.GetStringValue(); } },
        { "title", n => { Title = n.GetStringValue(); } },
        { "type", n => { Type = n.GetEnumValue<LogItemType>(); } },
        { "usn", n => { Usn = n.GetLongValue(); } },
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException("Only reading is measured.");
}

internal sealed class LogItemLinks : IAdditionalDataHolder, IParsable
{
    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();

    public static LogItemLinks CreateFromDiscriminatorValue(IParseNode parseNode) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>();

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException("Only reading is measured.");
}
