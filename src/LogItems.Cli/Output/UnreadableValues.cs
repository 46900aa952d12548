namespace LogItems.Cli.Output;

/// <summary>Counts the values that could not be read.</summary>
internal sealed class UnreadableValues(string noun)
{
    private readonly SortedSet<string> _properties = new(StringComparer.Ordinal);
    private int _values;
    private int _records;

    public void Add(ApiModel record)
    {
        var issues = record.Issues;
        if (issues.Count > 0)
        {
            _values += issues.Count;
            _records++;
            _properties.UnionWith(issues.Select(issue => issue.Property.Length == 0 ? $"a whole {noun}" : issue.Property));
        }
    }

    /// <summary>Reports the number, if there are any.</summary>
    public async Task ReportAsync(TextWriter error)
    {
        if (_values > 0)
        {
            var properties = string.Join(", ", _properties);
            var text = $"{Count(_values, "value")} in {Count(_records, noun)} could not be read ({properties}); "
                + "see Issues in the SDK, which keeps them as they were sent.";
            await error.WriteLineAsync(TerminalText.Escape(text));
        }
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
