using LogItems.Models.Texts;
using Newtonsoft.Json;

namespace LogItems;

/// <remarks>
/// The properties of the wire are generated from the contract; those with their unit in the name are the same for every API version. v2
/// sends text, from which they are parsed: those values are rounded to one decimal place of their unit, and their units are assumed to be
/// binary (1 KB is 1,024 bytes). A text that cannot be parsed is reported as an issue and stays in its property.
/// </remarks>
public partial class JobSessionStatistics
{
    /// <summary>Amount of data transferred, in bytes; null if it was not sent.</summary>
    [JsonIgnore]
    public long? TransferredBytes => TransferredDataBytes ?? AmountText.Bytes(TransferredData);

    /// <summary>Processing speed, in bytes per second; null if it was not sent.</summary>
    [JsonIgnore]
    public long? ProcessingRateBytesPerSecond => ProcessingRateBytesPS ?? AmountText.BytesPerSecond(ProcessingRate);

    /// <summary>Processing speed, in items per second; null if it was not sent.</summary>
    [JsonIgnore]
    public long? ProcessingRateItemsPerSecond => ProcessingRateItemsPS ?? AmountText.ItemsPerSecondOf(ProcessingRate);

    /// <summary>Speed of reading from the source, in bytes per second; null if it was not sent.</summary>
    [JsonIgnore]
    public long? ReadRateBytesPerSecond => ReadRateBytesPS ?? AmountText.BytesPerSecond(ReadRate);

    /// <summary>Speed of writing to the target, in bytes per second; null if it was not sent.</summary>
    [JsonIgnore]
    public long? WriteRateBytesPerSecond => WriteRateBytesPS ?? AmountText.BytesPerSecond(WriteRate);

    /// <summary>The bottleneck as it was sent, known or not; null if none was sent.</summary>
    [JsonIgnore]
    public string? BottleneckText => Bottleneck?.ToString() ?? Unreadable("bottleneck") as string;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<UnreadableValue> Issues
    {
        get
        {
            List<UnreadableValue>? all = null;
            Add("processingRate", ProcessingRate, AmountText.BytesPerSecond(ProcessingRate));
            Add("readRate", ReadRate, AmountText.BytesPerSecond(ReadRate));
            Add("writeRate", WriteRate, AmountText.BytesPerSecond(WriteRate));
            Add("transferredData", TransferredData, AmountText.Bytes(TransferredData));
            return all ?? OwnIssues;

            void Add(string property, string? text, long? read)
            {
                if (text is not null && read is null)
                {
                    (all ??= [.. OwnIssues]).Add(new UnreadableValue(property, text));
                }
            }
        }
    }
}
