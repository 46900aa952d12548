using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes the items of one session in the format of one version.</summary>
internal sealed class LogItemWriter(ApiVersion version, FakeSession session, WireLinks links)
{
    // Computed once per session rather than per item.
    private readonly bool _hasTitle = Schemas.LogItem.Has("title", version);
    private readonly string _items = links.LogItems(session);
    private readonly string _session = links.Session(session);
    private readonly string _sessionLink = session.Kind == FakeSessionKind.Job ? "jobsessions" : "dataretrievalsessions";

    public void Write(Utf8JsonWriter json, FakeLogItem item)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, item.Id);
        json.WriteNumber("usn"u8, item.Usn);
        WriteText(json, item);
        json.WriteTime("creationTime"u8, item.CreationTime);
        json.WriteEndTime(item.EndTime, version, Schemas.LogItem);
        WriteLinks(json, item);
        json.WriteEndObject();
    }

    private void WriteText(Utf8JsonWriter json, FakeLogItem item)
    {
        if (_hasTitle)
        {
            json.WriteString("title"u8, $"[{item.Type}] {item.Message}");
            return;
        }

        json.WriteString("type"u8, item.Type);
        json.WriteString("message"u8, item.Message);
    }

    private void WriteLinks(Utf8JsonWriter json, FakeLogItem item)
    {
        json.WriteStartObject("_links"u8);
        if (item.Links.HasFlag(FakeLogItemLinks.Self))
        {
            WireLinks.Write(json, "self", $"{_items}/{item.Id}");
        }

        if (item.Links.HasFlag(FakeLogItemLinks.Session))
        {
            WireLinks.Write(json, _sessionLink, _session);
        }

        json.WriteEndObject();
    }
}
