using System.Text;
using Microsoft.Win32.SafeHandles;
using Spectre.Console;

namespace LogItems.Cli.Hosting;

/// <summary>The standard streams, environment variables and terminal of the process.</summary>
internal static class ProcessHost
{
    private const int BufferSize = 32 * 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>UTF-8 in every locale; stdout is buffered, stderr is not.</summary>
    public static CommandEnvironment Create()
    {
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
        {
            Console.OutputEncoding = Utf8;
        }

        var error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };
        return new CommandEnvironment
        {
            Out = new StreamWriter(OpenOutput(), Utf8, BufferSize) { NewLine = "\n" },
            Error = error,
            In = new StreamReader(Console.OpenStandardInput(), Utf8),
            Variable = Environment.GetEnvironmentVariable,
            HasColors = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && IsCapable(),
            Size = !Console.IsOutputRedirected && IsCapable() ? MeasureScreen : null,
            CanShowProgress = !Console.IsErrorRedirected && Console.IsOutputRedirected && IsCapable(),
            PromptForSecret = Console.IsInputRedirected ? null : (question, cancellationToken) => PromptAsync(error, question, cancellationToken),
        };
    }

    /// <summary>The console's stream does not report a closed pipe, so a million items would be read in vain.</summary>
    private static Stream OpenOutput()
    {
        if (!OperatingSystem.IsWindows())
        {
            var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!pipe.CanSeek)
            {
                return pipe;
            }
        }

        // A file stream would not append to a file that other processes also write to.
        return Console.OpenStandardOutput();
    }

    private static bool IsCapable() => Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static ScreenSize MeasureScreen() => new(Console.WindowWidth, Console.WindowHeight);

    private static Task<string> PromptAsync(TextWriter error, string question, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(error),
            Interactive = InteractionSupport.Yes,
        });
        var prompt = new TextPrompt<string>(Markup.Escape(question)).Secret(mask: null);
        return prompt.ShowAsync(console, cancellationToken);
    }
}
