using System.Globalization;
using LogItems.FakeServer.Facts;
using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Calls;

/// <summary>Reads query parameters; an invalid value is rejected with 400.</summary>
/// <remarks>Parameters that the operation does not have in the version are ignored.</remarks>
internal sealed class QueryParameters(IQueryCollection query, ContractOperation operation, ApiVersion version)
{
    private static readonly string[] TimeFormats = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd"];

    /// <summary>The text of a parameter, or null if it is absent.</summary>
    public string? Text(string name)
    {
        if (operation.Parameter(name, version) is null || !query.TryGetValue(name, out var values))
        {
            return null;
        }

        return values is [{ Length: > 0 } value] ? value : throw ApiErrorException.Parameter(name, "give it once, with a value");
    }

    /// <summary>A number within the parameter's bounds; if it is absent, the default, or null without a default.</summary>
    public int? Number(string name)
    {
        if (operation.Parameter(name, version) is not { } parameter)
        {
            return null;
        }

        if (Text(name) is not { } text)
        {
            return parameter.Default is { } standard ? int.Parse(standard, CultureInfo.InvariantCulture) : null;
        }

        var (min, max) = (Bound(parameter.Minimum) ?? int.MinValue, Bound(parameter.Maximum) ?? int.MaxValue);
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= min && number <= max
            ? number
            : throw ApiErrorException.Parameter(name, string.Create(CultureInfo.InvariantCulture, $"use {min} to {max}"));
    }

    public bool? Flag(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return bool.TryParse(text, out var flag) ? flag : throw ApiErrorException.Parameter(name, "use true or false");
    }

    public Guid? Id(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return Guid.TryParseExact(text, "D", out var id) ? id : throw ApiErrorException.Parameter(name, "use an id");
    }

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(
            text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw ApiErrorException.Parameter(name, "use an ISO 8601 time whose plus sign is escaped");
    }

    /// <summary>One of the values of the parameter's enum, in the contract's spelling; the letter case of the request does not matter.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="unlisted">The values of the parameter if the contract does not list them.</param>
    public string? Word(string name, params IReadOnlyList<string> unlisted)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var known = operation.Parameter(name, version)!.WordsIn(version) is { Count: > 0 } listed ? listed : unlisted;
        return known.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            ?? throw ApiErrorException.Parameter(name, $"use one of {string.Join(", ", known)}");
    }

    private static int? Bound(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
