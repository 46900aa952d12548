namespace LogItems.Monitoring.Pages;

/// <summary>The part of a log item that a report keeps: a tenth of the item's size.</summary>
/// <param name="Level">The level.</param>
/// <param name="Text">The text.</param>
/// <param name="Lane">The object, or the text if it names none; items with the same one are in one lane.</param>
/// <param name="Start">The start, or that of the session if none was sent.</param>
/// <param name="End">The end; null while it is running.</param>
/// <param name="Id">The identifier.</param>
/// <param name="Usn">The order number.</param>
internal readonly record struct ReportedItem(LogItemLevel Level, string Text, string Lane, DateTimeOffset Start, DateTimeOffset? End, Guid Id, long Usn)
{
    /// <summary>Reads the items of a session; equal texts share one string.</summary>
    public static async Task<List<ReportedItem>> ReadAsync(ILogItemsClient client, JobSession session, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var items = new List<ReportedItem>();
        await foreach (var item in client.GetLogItemsAsync(session.Id, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var text = Only(item.Text);
            var start = item.StartedAt ?? session.StartedAt ?? DateTimeOffset.UnixEpoch;
            items.Add(new(item.Level, text, item.Subject is { } subject ? Only(subject.ToString()) : text, start, item.EndedAt, item.Id, item.Usn));
        }

        return items;

        string Only(string text) => texts.TryGetValue(text, out var known) ? known : texts[text] = text;
    }
}
