using System.Text.Json;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Tests.Support;

/// <summary>One run of the tool in this process, through its real entry point.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The objects of JSON lines.</summary>
    public IReadOnlyList<JsonElement> JsonLines => [.. Lines.Select(line => JsonElement.Parse(line))];

    public static async Task<ToolRun> StartAsync(
        IEnumerable<string> args,
        IReadOnlyDictionary<string, string>? environment = null,
        string stdin = "",
        Func<string, CancellationToken, Task<string>>? ask = null,
        bool colors = false,
        CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandEnvironment
        {
            Out = output,
            Error = error,
            In = new StringReader(stdin),
            Variable = name => environment?.GetValueOrDefault(name),
            HasColors = colors,
            PromptForSecret = ask,
        };
        var exitCode = await Program.RunAsync([.. args], host, cancellationToken);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command line whose arguments hold no blanks.</summary>
    public static Task<ToolRun> StartAsync(string commandLine, IReadOnlyDictionary<string, string>? environment = null) =>
        StartAsync(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries), environment);
}
