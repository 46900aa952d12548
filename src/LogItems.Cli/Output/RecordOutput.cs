using LogItems.Cli.Hosting;

namespace LogItems.Cli.Output;

/// <summary>Writes records to stdout as they arrive.</summary>
internal static class RecordOutput
{
    /// <summary>Writes all records, and then reports on stderr which values could not be read, or that there are no records.</summary>
    public static async Task WriteAsync<T>(
        CommandEnvironment host,
        RecordFormat format,
        RecordLayout<T> layout,
        IAsyncEnumerable<T> records,
        CancellationToken cancellationToken,
        int? width = null,
        bool showsProgress = false)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var source = records.GetAsyncEnumerator(reading.Token);
        using var output = new Utf8Output(host.Out);
        using var writer = Create(host, output, format, layout, width);
        using var progress = showsProgress ? ProgressLine.Start(host, layout.Nouns) : null;
        var unreadable = new UnreadableValues(layout.Noun);

        // If the first response is an error, nothing is written.
        var more = await source.MoveNextAsync();
        var isEmpty = !more;
        writer.Begin();
        try
        {
            while (more)
            {
                writer.Write(source.Current);
                output.SendIfLarge();
                progress?.Add();
                if (source.Current is ApiModel model)
                {
                    unreadable.Add(model);
                }

                var next = source.MoveNextAsync();
                more = next.IsCompletedSuccessfully ? next.Result : await WaitAsync(next.AsTask(), _ => FlushAsync(host, output), reading);
            }
        }
        catch (Exception failure) when (failure is not IOException)
        {
            // The list was interrupted: the output is still well-formed.
            writer.End();
            await FlushAsync(host, output);
            throw;
        }

        writer.End();
        await FlushAsync(host, output);
        progress?.Dispose();
        await unreadable.ReportAsync(host.Error);
        if (isEmpty)
        {
            await host.Error.WriteLineAsync($"No {layout.Nouns} match.");
        }
    }

    private static IRecordWriter<T> Create<T>(
        CommandEnvironment host,
        Utf8Output output,
        RecordFormat format,
        RecordLayout<T> layout,
        int? width) => format switch
    {
        RecordFormat.Json => new JsonRecordWriter<T>(output, layout.Fields),
        RecordFormat.Jsonl => new JsonLinesRecordWriter<T>(output, layout.Fields),
        RecordFormat.Csv => new CsvRecordWriter<T>(output, layout.Fields),
        RecordFormat.Markdown => new MarkdownRecordWriter<T>(host.Out, layout.Columns),
        _ => new TableRecordWriter<T>(new Screen(host), layout.Columns, width),
    };

    /// <summary>A table is written with the text writer, everything else as bytes.</summary>
    private static async Task FlushAsync(CommandEnvironment host, Utf8Output output)
    {
        await output.FlushAsync();
        await host.Out.FlushAsync(CancellationToken.None);
    }

    /// <summary>Moves to the next record, flushing the output before waiting for the server.</summary>
    internal static async Task<bool> NextAsync<T>(
        IAsyncEnumerator<T> source, Func<Task, Task> writeMeanwhileAsync, CancellationTokenSource reading)
    {
        var next = source.MoveNextAsync();
        return next.IsCompleted ? await next : await WaitAsync(next.AsTask(), writeMeanwhileAsync, reading);
    }

    private static async Task<bool> WaitAsync(Task<bool> waiting, Func<Task, Task> writeMeanwhileAsync, CancellationTokenSource reading)
    {
        try
        {
            await writeMeanwhileAsync(waiting);
        }
        catch
        {
            // The output is closed; a pending request must end before its source can be disposed of.
            await reading.CancelAsync();
            await ((Task)waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        return await waiting;
    }
}
