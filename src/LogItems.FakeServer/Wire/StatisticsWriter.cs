using System.Globalization;
using System.Text.Json;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes the statistics of a session: as text or as numbers, depending on the version.</summary>
internal static class StatisticsWriter
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    public static void Write(Utf8JsonWriter json, FakeSessionStatistics statistics, ApiVersion version)
    {
        var writer = new SchemaWriter(Schemas.JobSessionStatistics, version);
        json.WriteStartObject("statistics"u8);
        writer.Text(
            json,
            "processingRate",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Amount(statistics.ProcessingRateBytesPS)}/s ({statistics.ProcessingRateItemsPS} items/s)"));
        writer.Text(json, "readRate", $"{Amount(statistics.ReadRateBytesPS)}/s");
        writer.Text(json, "writeRate", $"{Amount(statistics.WriteRateBytesPS)}/s");
        writer.Text(json, "transferredData", Amount(statistics.TransferredDataBytes));
        writer.Number(json, "processingRateBytesPS", statistics.ProcessingRateBytesPS);
        writer.Number(json, "processingRateItemsPS", statistics.ProcessingRateItemsPS);
        writer.Number(json, "readRateBytesPS", statistics.ReadRateBytesPS);
        writer.Number(json, "writeRateBytesPS", statistics.WriteRateBytesPS);
        writer.Number(json, "transferredDataBytes", statistics.TransferredDataBytes);
        writer.Number(json, "processedObjects", statistics.ProcessedObjects);
        writer.Text(json, "bottleneck", statistics.Bottleneck);
        json.WriteEndObject();
    }

    /// <summary>Formats bytes in the largest unit with a value of at least one, with one decimal place; bytes have none.</summary>
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
