using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Wire;

/// <summary>The addresses that one version writes into its answers to one request.</summary>
/// <remarks>
/// Absolute up to v5, relative from v6 on. The v3 page spells <c>JobSessions</c>, the v5 page <c>jobsessions</c>; v2 and v4 print
/// no item, so v2 to v4 are spelled like v3.
/// </remarks>
internal sealed class WireLinks
{
    private readonly string _root;
    private readonly bool _lowerCase;

    public WireLinks(ApiVersion version, HttpRequest request)
    {
        var origin = version >= ApiVersion.V6 ? string.Empty : $"{request.Scheme}://{request.Host}";
        _root = $"{origin}/{version.ToPathSegment()}";
        _lowerCase = version >= ApiVersion.V5;
    }

    public string JobSessions => $"{_root}/{Spell("JobSessions")}";

    public string Session(FakeSession session) =>
        session.Kind == FakeSessionKind.Job
            ? $"{JobSessions}/{session.Id}"
            : $"{_root}/{Spell("DataRetrievalSessions")}/{session.Id}";

    public string LogItems(FakeSession session) => $"{Session(session)}/{Spell("LogItems")}";

    public string Job(FakeSession session) => $"{_root}/{Spell("Jobs")}/{session.JobId}";

    /// <summary>Writes one link of <c>_links</c>.</summary>
    public static void Write(Utf8JsonWriter json, string name, string href)
    {
        json.WriteStartObject(name);
        json.WriteString("href"u8, href);
        json.WriteEndObject();
    }

    private string Spell(string segment) => _lowerCase ? segment.ToLowerInvariant() : segment;
}
