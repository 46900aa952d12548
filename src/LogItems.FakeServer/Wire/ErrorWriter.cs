using System.Text.Json;
using LogItems.FakeServer.Hosting;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes an error body as one version does.</summary>
/// <remarks>v7 knows <c>errorCode</c> only for an offline proxy.</remarks>
internal static class ErrorWriter
{
    public static void Write(Utf8JsonWriter json, ApiVersion version, RefusalException refusal)
    {
        json.WriteStartObject();
        json.WriteString("message"u8, refusal.Message);
        if (version >= ApiVersion.V8 || (version == ApiVersion.V7 && refusal.Code == ErrorCode.ProxyOffline))
            json.WriteString("errorCode"u8, refusal.Code.ToString());
        if (version >= ApiVersion.V8)
            json.WriteString("stackTrace"u8, string.Empty);

        json.WriteEndObject();
    }
}
