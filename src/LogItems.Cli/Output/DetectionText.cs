using System.Globalization;
using System.Text;
using System.Text.Json;
using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>The output of version detection.</summary>
internal static class DetectionText
{
    /// <summary>
    /// Creates an object with the server, the outcome, the selected version (or null), all responses, and the service's information (or null).
    /// </summary>
    public static string Json(ApiVersionDetection detection, ServiceInstance? service)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("server", detection.Server.AbsoluteUri);
            json.WriteString("outcome", detection.Outcome.ToString());
            json.WriteString("chosen", detection.Chosen?.ToPathSegment());
            json.WriteStartArray("versions");
            foreach (var probe in detection.Probes)
            {
                WriteProbe(json, probe, detection);
            }

            json.WriteEndArray();
            if (service is null)
            {
                json.WriteNull("service");
            }
            else
            {
                json.WritePropertyName("service");
                RecordFields.WriteObject(json, service.AdditionalProperties);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Writes a line for each version, and one for each property of the service.</summary>
    public static void WriteTable(ApiVersionDetection detection, ServiceInstance? service, Screen screen)
    {
        screen.WriteLine("VERSION  STATUS     MEANING", new Style(decoration: Decoration.Bold));
        foreach (var probe in detection.Probes)
        {
            var served = detection.Served.Contains(probe.Version);
            var status = probe.Status is { } code ? ((int)code).ToString(CultureInfo.InvariantCulture) : "no answer";
            screen.WriteLine([
                ($"{probe.Version.ToPathSegment(),-7}  {status,-9}  ", null),
                (Meaning(probe, detection), served ? new Style(Color.Green) : default(Style?)),
            ]);
        }

        foreach (var (name, value) in service?.AdditionalProperties ?? new Dictionary<string, object>())
        {
            screen.WriteLine(TerminalText.Escape($"{name}: {JsonText.Of(value)}"));
        }
    }

    private static string Meaning(ApiVersionProbe probe, ApiVersionDetection detection) =>
        probe.Version == detection.Chosen ? "served, selected"
        : detection.Served.Contains(probe.Version) ? "served"
        : probe.Status is null ? "unknown"
        : "not served";

    private static void WriteProbe(Utf8JsonWriter json, ApiVersionProbe probe, ApiVersionDetection detection)
    {
        json.WriteStartObject();
        json.WriteString("version", probe.Version.ToPathSegment());
        if (probe.Status is { } status)
        {
            json.WriteNumber("status", (int)status);
        }
        else
        {
            json.WriteNull("status");
        }

        json.WriteBoolean("served", detection.Served.Contains(probe.Version));
        json.WriteEndObject();
    }
}
