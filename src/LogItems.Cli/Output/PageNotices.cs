using LogItems.Cli.Hosting;
using Microsoft.Extensions.Logging;

namespace LogItems.Cli.Output;

/// <summary>Reads the progress of pages from the client's log.</summary>
internal static class PageNotices
{
    private const int PageRead = 8;

    /// <summary>Determines whether entries of this level are required.</summary>
    public static bool AreNeeded(CommandEnvironment host, LogLevel level) => level == LogLevel.Trace && host.OnPageRead is not null;

    /// <summary>Forwards an entry about a page; false for any other.</summary>
    public static bool TryTake<TState>(CommandEnvironment host, EventId eventId, TState state)
    {
        if (eventId.Id != PageRead || state is not IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            return false;
        }

        host.OnPageRead?.Invoke(values.FirstOrDefault(value => value.Key == "Total").Value as int?);
        return true;
    }
}
