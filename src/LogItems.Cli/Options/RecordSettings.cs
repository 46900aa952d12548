using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Output;

namespace LogItems.Cli.Options;

/// <summary>The options for the records and the format of a list, the same for all commands that list something.</summary>
internal sealed class RecordSettings<T>
{
    private readonly RecordLayout<T> _layout;
    private readonly ChoiceOption<RecordFormat> _format;
    private readonly ListOption<RecordField<T>> _fields;
    private readonly NumberOption _take;
    private readonly NumberOption _skip;
    private readonly string _fieldFormats;

    private readonly Option<bool> _wide = new("--wide")
    {
        Description = "Write each table row on one line without truncating or wrapping (default when stdout is not a terminal).",
    };

    private readonly Option<bool> _noProgress = new("--no-progress")
    {
        Description = "Do not show progress on the terminal.",
    };

    /// <param name="layout">The fields and columns.</param>
    /// <param name="format">The formats, if they are not those of all lists.</param>
    /// <param name="isFiltered">False for a command without filters.</param>
    /// <param name="fieldFormats">The formats that <c>--fields</c> applies to.</param>
    public RecordSettings(
        RecordLayout<T> layout, ChoiceOption<RecordFormat>? format = null, bool isFiltered = true, string fieldFormats = "json, jsonl and csv")
    {
        (_layout, _fieldFormats) = (layout, fieldFormats);
        _format = format ?? FormatOption.ForRecords();
        _take = new("--take", "N", $"Maximum number of {layout.Nouns} to write, at least 1.", min: 1);
        _skip = new("--skip", "N", $"Number of {layout.Nouns} to skip{(isFiltered ? ", counted after filtering" : "")}.");
        _fields = new(
            "--fields",
            "NAME,...",
            $"Fields to write in {fieldFormats}, in the given order (default: all, in the order below; new fields are added at the end):",
            [.. layout.Fields.Select(field => (field.Name, field))]);
    }

    public void AddTo(Command command, bool isList = true)
    {
        if (isList)
        {
            command.Add(_take);
            command.Add(_skip);
            command.Add(_noProgress);
        }

        command.Add(_format);
        command.Add(_fields);
        command.Add(_wide);
    }

    /// <summary>The requested format; null if none was specified.</summary>
    public RecordFormat? Format(ParseResult parse) => parse.GetValue(_format);

    /// <summary>Gets whether table rows are written without truncating or wrapping.</summary>
    public bool IsWide(ParseResult parse) => parse.GetValue(_wide);

    /// <summary>Gets whether progress is shown if there is a terminal.</summary>
    public bool ShowsProgress(ParseResult parse) => !parse.GetValue(_noProgress);

    /// <summary>The number of required records, including those to skip; null for all.</summary>
    public int? Limit(ParseResult parse) =>
        parse.GetValue(_take) is { } take ? (int)Math.Min(int.MaxValue, (long)take + (parse.GetValue(_skip) ?? 0)) : null;

    /// <summary>Writes the records; in the default format unless one is specified, and with other columns if the layout depends on options.</summary>
    /// <exception cref="UsageException">Fields were chosen for a table.</exception>
    public Task WriteAsync(
        ParseResult parse, CommandEnvironment host, IAsyncEnumerable<T> records, CancellationToken cancellationToken, RecordFormat defaultFormat = default,
        RecordLayout<T>? layout = null)
    {
        Validate(parse, defaultFormat);
        // Each step between the source and the output has a cost per item.
        var selected = parse.GetValue(_skip) is > 0 and var skip ? records.Skip(skip) : records;
        selected = parse.GetValue(_take) is { } take ? selected.Take(take) : selected;
        var fields = parse.GetValue(_fields) is { Count: > 0 } chosen ? chosen : _layout.Fields;
        var width = IsWide(parse) ? null : host.Size?.Invoke().Width;
        return RecordOutput.WriteAsync(
            host, Format(parse) ?? defaultFormat, (layout ?? _layout) with { Fields = fields }, selected, cancellationToken, width,
            showsProgress: ShowsProgress(parse));
    }

    /// <summary>Validates the combination of options; call it before a request is sent.</summary>
    /// <exception cref="UsageException">Fields were chosen for a table.</exception>
    public void Validate(ParseResult parse, RecordFormat defaultFormat = default)
    {
        if (parse.GetValue(_fields) is { Count: > 0 } && (Format(parse) ?? defaultFormat) is RecordFormat.Table or RecordFormat.Markdown)
        {
            throw new UsageException($"--fields applies to {_fieldFormats}. Specify one of them with --format.");
        }
    }
}
