using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes an error body in the format of one version.</summary>
/// <remarks>An error whose code the version does not have is written without one.</remarks>
internal static class ErrorWriter
{
    public static void Write(Utf8JsonWriter json, ApiVersion version, ApiErrorException error)
    {
        json.WriteStartObject();
        json.WriteString("message"u8, error.Message);
        if (Schemas.Error.Has("errorCode", version) && Schemas.ErrorCode.HasWord(error.Code.ToString(), version))
        {
            json.WriteString("errorCode"u8, error.Code.ToString());
        }

        if (Schemas.Error.Has("stackTrace", version))
        {
            json.WriteString("stackTrace"u8, string.Empty);
        }

        json.WriteEndObject();
    }
}
