namespace LogItems.Cli.Output;

/// <summary>Writes records to stdout as they come in.</summary>
internal static class RecordOutput
{
    /// <summary>Writes all records, and then says on stderr what could not be read.</summary>
    public static async Task WriteAsync<T>(
        CommandEnvironment host,
        RecordFormat format,
        RecordLayout<T> layout,
        IAsyncEnumerable<T> records,
        CancellationToken cancellationToken)
        where T : ApiModel
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var source = records.GetAsyncEnumerator(reading.Token);
        var writer = Create(host, format, layout);
        var unreadable = new UnreadableValues(layout.Noun);
        try
        {
            // Where the first answer is an error, nothing is written.
            var more = await source.MoveNextAsync();
            writer.Begin();
            while (more)
            {
                writer.Write(source.Current);
                unreadable.Add(source.Current);
                more = await NextAsync(source, _ => host.Out.FlushAsync(CancellationToken.None), reading);
            }

            writer.End();
        }
        finally
        {
            await host.Out.FlushAsync(CancellationToken.None);
        }

        await unreadable.ReportAsync(host.Error);
    }

    private static IRecordWriter<T> Create<T>(CommandEnvironment host, RecordFormat format, RecordLayout<T> layout)
        where T : ApiModel => format switch
    {
        RecordFormat.Json => new JsonRecordWriter<T>(host.Out, layout.Fields),
        RecordFormat.Jsonl => new JsonLinesRecordWriter<T>(host.Out, layout.Fields),
        RecordFormat.Csv => new CsvRecordWriter<T>(host.Out, layout.Fields),
        _ => new TableRecordWriter<T>(new Screen(host), layout.Columns),
    };

    /// <summary>Goes on to the next record; where the server has to be waited for, something is written out meanwhile.</summary>
    internal static async Task<bool> NextAsync<T>(
        IAsyncEnumerator<T> source, Func<Task, Task> writeMeanwhileAsync, CancellationTokenSource reading)
    {
        var next = source.MoveNextAsync();
        if (next.IsCompleted)
        {
            return await next;
        }

        var waiting = next.AsTask();
        try
        {
            await writeMeanwhileAsync(waiting);
        }
        catch
        {
            // Nobody reads any more; a request under way has to end before its source can be disposed of.
            await reading.CancelAsync();
            await ((Task)waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        return await waiting;
    }
}
