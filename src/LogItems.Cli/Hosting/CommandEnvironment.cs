
namespace LogItems.Cli.Hosting;

/// <summary>The streams, environment variables and terminal of the tool.</summary>
internal sealed class CommandEnvironment
{
    /// <summary>The writer for the requested data only.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>The writer for errors, hints and prompts.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The source of a password.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Reads an environment variable; null or empty if it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Gets whether <see cref="Out"/> is a terminal that supports colors.</summary>
    public bool HasColors { get; init; }

    /// <summary>Gets the size of the terminal; null if <see cref="Out"/> is not a terminal or cannot move its cursor.</summary>
    public Func<ScreenSize>? Size { get; init; }

    /// <summary>Gets whether progress can be shown: <see cref="Error"/> is a terminal that can move its cursor, but <see cref="Out"/> is not one.</summary>
    public bool CanShowProgress { get; init; }

    /// <summary>Called for each page of a list, with the total number of records if the server sends it.</summary>
    public Action<int?>? OnPageRead { get; set; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The writer of warnings that occur while data is written: <see cref="Error"/>, unless a live view defers them.</summary>
    public TextWriter Warnings { get => field ?? Error; set; }

    /// <summary>Gets or sets whether a live view itself shows that the server does not respond.</summary>
    public bool HasLiveView { get; set; }

    /// <summary>Prompts for a secret without echo; null if there is no terminal.</summary>
    public Func<string, CancellationToken, Task<string>>? PromptForSecret { get; init; }

    /// <summary>The command line without options and arguments, for messages: <c>logitems list</c>.</summary>
    public string CommandName { get; set; } = "logitems";

    /// <summary>Gets or sets whether an interrupted command can be continued with a continuation token.</summary>
    public bool CanContinue { get; set; }

    /// <summary>The server of the command, for messages; null until it is known.</summary>
    public Uri? Server { get; set; }
}
