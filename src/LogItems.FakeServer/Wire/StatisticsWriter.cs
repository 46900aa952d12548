using System.Globalization;
using System.Text.Json;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes the statistics of a session, as text or as numbers, whichever the version has.</summary>
internal sealed class StatisticsWriter(ApiVersion version)
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    private readonly SchemaWriter _statistics = new(Schemas.JobSessionStatistics, version);

    public void Write(Utf8JsonWriter json, FakeSessionStatistics statistics)
    {
        json.WriteStartObject("statistics"u8);
        _statistics.Text(json, "processingRate", string.Create(
            CultureInfo.InvariantCulture, $"{Amount(statistics.ProcessingRateBytesPS)}/s ({statistics.ProcessingRateItemsPS} items/s)"));
        _statistics.Text(json, "readRate", $"{Amount(statistics.ReadRateBytesPS)}/s");
        _statistics.Text(json, "writeRate", $"{Amount(statistics.WriteRateBytesPS)}/s");
        _statistics.Text(json, "transferredData", Amount(statistics.TransferredDataBytes));
        _statistics.Number(json, "processingRateBytesPS", statistics.ProcessingRateBytesPS);
        _statistics.Number(json, "processingRateItemsPS", statistics.ProcessingRateItemsPS);
        _statistics.Number(json, "readRateBytesPS", statistics.ReadRateBytesPS);
        _statistics.Number(json, "writeRateBytesPS", statistics.WriteRateBytesPS);
        _statistics.Number(json, "transferredDataBytes", statistics.TransferredDataBytes);
        _statistics.Number(json, "processedObjects", statistics.ProcessedObjects);
        _statistics.Text(json, "bottleneck", statistics.Bottleneck);
        json.WriteEndObject();
    }

    /// <summary>Bytes in the largest unit that leaves at least one, with one decimal place; whole bytes have none.</summary>
    private static string Amount(long bytes)
    {
        var (amount, unit) = ((double)bytes, 0);
        while (amount >= 1024 && unit < Units.Length - 1)
        {
            (amount, unit) = (amount / 1024, unit + 1);
        }

        return amount.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
