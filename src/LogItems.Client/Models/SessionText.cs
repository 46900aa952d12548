using System.Globalization;

namespace LogItems.Models;

/// <summary>Formats a session on one line.</summary>
internal static class SessionText
{
    public static string Of(string? id, string? status, DateTimeOffset? startedAt, TimeSpan? duration) => string.Join(
        " ",
        new[] { id, status, startedAt?.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture), duration?.ToString("c") }.Where(
            part => part is not null));
}
