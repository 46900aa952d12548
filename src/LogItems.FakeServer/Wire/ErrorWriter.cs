using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes an error body as one version does.</summary>
/// <remarks>An error whose code the version does not have is written without one.</remarks>
internal static class ErrorWriter
{
    public static void Write(Utf8JsonWriter json, ApiVersion version, RefusalException refusal)
    {
        json.WriteStartObject();
        json.WriteString("message"u8, refusal.Message);
        if (Schemas.Error.Has("errorCode", version) && Schemas.ErrorCode.HasWord(refusal.Code.ToString(), version))
        {
            json.WriteString("errorCode"u8, refusal.Code.ToString());
        }

        if (Schemas.Error.Has("stackTrace", version))
        {
            json.WriteString("stackTrace"u8, string.Empty);
        }

        json.WriteEndObject();
    }
}
