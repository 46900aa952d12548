using System.Runtime.InteropServices;

namespace LogItems.Cli.Hosting;

/// <summary>Turns the first Ctrl-C or SIGTERM into a cancellation; the second ends the process.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private volatile bool _terminated;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
    ];

    /// <summary>Canceled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Distinguishes SIGTERM from Ctrl-C in the exit code of a canceled command.</summary>
    public int Translate(int exitCode) => exitCode == ExitCode.Canceled && _terminated ? ExitCode.Terminated : exitCode;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        _terminated = context.Signal == PosixSignal.SIGTERM;
        _stop.Cancel();
    }
}
