
namespace LogItems.Cli.Hosting;

/// <summary>What the tool has around it: streams, environment and terminal.</summary>
internal sealed class CommandEnvironment
{
    /// <summary>Data: whatever the user asked for, and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Talk: errors, hints and prompts.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Where a password may come from.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Reads an environment variable; null or empty where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Whether <see cref="Out"/> is a terminal that shows colours.</summary>
    public bool HasColours { get; init; }

    /// <summary>Tells the size of the terminal that <see cref="Out"/> is; null where that is none, or one that cannot move its cursor.</summary>
    public Func<ScreenSize>? Size { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where warnings go that come in the middle of the data: to <see cref="Error"/>, if no live view holds them back.</summary>
    public TextWriter Warnings { get => field ?? Error; set; }

    /// <summary>Asks for a secret without echo; null where nobody can be asked.</summary>
    public Func<string, CancellationToken, Task<string>>? AskSecret { get; init; }

    /// <summary>The command line without options and arguments, for messages: <c>logitems list</c>.</summary>
    public string CommandName { get; set; } = "logitems";

    /// <summary>The server that the command talks to, for messages; null until that is known.</summary>
    public Uri? Server { get; set; }
}
