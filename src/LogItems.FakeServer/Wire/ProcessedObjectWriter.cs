using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes the objects that one session processed.</summary>
internal sealed class ProcessedObjectWriter(ApiVersion version, WireLinks links, FakeSession session)
{
    private readonly SchemaWriter _object = new(Schemas.ProcessedObject, version);

    public void Write(Utf8JsonWriter json, SessionObject processed)
    {
        json.WriteStartObject();
        _object.Text(json, "id", processed.Id);
        _object.Text(json, "type", processed.Type);
        _object.Text(json, "status", processed.Status);
        json.WriteStartObject("_links"u8);
        WireLinks.Write(json, "jobsession", links.Session(session));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
