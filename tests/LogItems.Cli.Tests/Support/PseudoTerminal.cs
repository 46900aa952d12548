using System.Diagnostics;

namespace LogItems.Cli.Tests.Support;

/// <summary>The tool on a terminal that the system believes in, by <c>script</c>; what it shows goes to a <see cref="FakeTerminal"/>.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private readonly Process _process;
    private readonly Task _showing;

    private PseudoTerminal(Process process)
    {
        _process = process;
        _showing = ShowAsync();
    }

    public FakeTerminal Screen { get; } = new(width: 100);

    public static PseudoTerminal Start(string commandLine, IReadOnlyDictionary<string, string> environment)
    {
        // A runner that was started in the background ignores SIGINT, and so would its children.
        var tool = Path.Combine(AppContext.BaseDirectory, "LogItems.Cli.dll");
        var command = $"stty cols 100 rows 30; exec env --default-signal=INT dotnet '{tool}' {commandLine}";
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--flush", "--command", command, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["SHELL"] = "/bin/sh";
        start.Environment.Remove("NO_COLOR");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new PseudoTerminal(Process.Start(start)!);
    }

    /// <summary>Presses keys.</summary>
    public async Task TypeAsync(string keys)
    {
        await _process.StandardInput.WriteAsync(keys);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the end of the tool, and of what it shows.</summary>
    public async Task<int> WaitAsync()
    {
        await _showing.WaitAsync(ToolProcess.Patience);
        await _process.WaitForExitAsync().WaitAsync(ToolProcess.Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        Screen.Dispose();
    }

    private async Task ShowAsync()
    {
        var buffer = new char[4096];
        while (await _process.StandardOutput.ReadAsync(buffer) is > 0 and var count)
        {
            Screen.Write(buffer, 0, count);
            Screen.Flush();
        }
    }
}
