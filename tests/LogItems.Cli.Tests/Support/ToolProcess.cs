using System.Diagnostics;
using System.Globalization;

namespace LogItems.Cli.Tests.Support;

/// <summary>The tool in a process of its own, as users run it.</summary>
internal sealed class ToolProcess : IDisposable
{
    /// <summary>Far more than anything here takes; a test that hangs has to end.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ToolProcess(Process process)
    {
        _process = process;
        Error = process.StandardError.ReadToEndAsync();
    }

    public StreamReader Out => _process.StandardOutput;

    public StreamWriter In => _process.StandardInput;

    /// <summary>All of stderr, when the process has ended.</summary>
    public Task<string> Error { get; }

    public int Id => _process.Id;

    public static ToolProcess Start(string commandLine, IReadOnlyDictionary<string, string>? environment = null)
    {
        // A runner that was started in the background ignores SIGINT, and so would its children.
        var resetSignals = OperatingSystem.IsLinux();
        var start = new ProcessStartInfo(resetSignals ? "env" : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        var tool = Path.Combine(AppContext.BaseDirectory, "LogItems.Cli.dll");
        string[] before = resetSignals ? ["--default-signal=INT", "dotnet", tool] : [tool];
        foreach (var argument in before.Concat(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("LOGITEMS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new ToolProcess(Process.Start(start)!);
    }

    public async Task<string?> ReadLineAsync() => await Out.ReadLineAsync().WaitAsync(Patience);

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
