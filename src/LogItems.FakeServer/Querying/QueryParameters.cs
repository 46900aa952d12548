using System.Globalization;
using LogItems.FakeServer.Hosting;
using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Querying;

/// <summary>Reads query parameters; what is not of a parameter's form is refused with 400.</summary>
internal sealed class QueryParameters(IQueryCollection query)
{
    private static readonly string[] TimeFormats = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd"];

    /// <summary>The text of a parameter, or null where it is not given.</summary>
    public string? Text(string name)
    {
        if (!query.TryGetValue(name, out var values))
            return null;
        return values is [{ Length: > 0 } value] ? value : throw RefusalException.Parameter(name, "give it once, with a value");
    }

    public int? Number(string name, int min, int max)
    {
        if (Text(name) is not { } text)
            return null;
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= min && number <= max
            ? number
            : throw RefusalException.Parameter(name, string.Create(CultureInfo.InvariantCulture, $"use {min} to {max}"));
    }

    public bool? Flag(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return bool.TryParse(text, out var flag) ? flag : throw RefusalException.Parameter(name, "use true or false");
    }

    public Guid? Id(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return Guid.TryParseExact(text, "D", out var id) ? id : throw RefusalException.Parameter(name, "use an id");
    }

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return DateTimeOffset.TryParseExact(
            text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw RefusalException.Parameter(name, "use an ISO 8601 time whose plus sign is escaped");
    }

    /// <summary>One of the known words, spelled as known, in whatever case it was sent.</summary>
    public string? Word(string name, params ReadOnlySpan<string> known)
    {
        if (Text(name) is not { } text)
            return null;
        foreach (var word in known)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
                return word;
        }

        throw RefusalException.Parameter(name, $"use one of {string.Join(", ", known!)}");
    }
}
