using System.Globalization;
using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes times as the service does.</summary>
internal static class WireTime
{
    /// <summary>The end of running sessions and items if <see cref="VersionDifferences.HasEndlessDates"/> is true.</summary>
    public const string Endless = "9999-12-31T23:59:59.9999999Z";

    // The format of the reference pages: up to seven fractional digits, without trailing zeros.
    private const string UtcFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";
    private const string OffsetFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz";

    /// <summary>Writes a time with its own offset, which is <c>Z</c> for UTC.</summary>
    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        Span<char> text = stackalloc char[40];
        var format = time.Offset == TimeSpan.Zero ? UtcFormat : OffsetFormat;
        time.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    /// <summary>Writes <c>endTime</c>, whose value for a running session or item depends on the version.</summary>
    public static void WriteEndTime(this Utf8JsonWriter json, DateTimeOffset? time, ApiVersion version, ContractSchema schema)
    {
        if (time is { } ended)
        {
            json.WriteTime("endTime"u8, ended);
        }
        else if (VersionDifferences.HasEndlessDates(version))
        {
            json.WriteString("endTime"u8, Endless);
        }
        else if (schema.IsNullable("endTime", version))
        {
            json.WriteNull("endTime"u8);
        }
    }
}
