using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LogItems.Benchmarks;

/// <summary>A <c>logitems export</c> that keeps running, and what its polls take when there is nothing new.</summary>
internal sealed class IdleExport : IDisposable
{
    private const string Polls = "logitems_export_polls_total";

    private readonly Process _process;
    private readonly HttpClient _client;

    /// <param name="tool">The published tool.</param>
    /// <param name="arguments">The arguments of the export.</param>
    /// <param name="environment">The variables to set.</param>
    public IdleExport(string tool, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo(tool, [.. arguments, "--urls", address.ToString()]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        _client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address };
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>Measures polls after a number of others, for a time without a scrape; returns the processor time of each in milliseconds.</summary>
    public async Task<double> MeasureAsync(int before, TimeSpan duration)
    {
        await WaitForAsync(before);
        var (first, cpu) = (await CountAsync(), Cpu());
        await Task.Delay(duration);
        var taken = Cpu() - cpu;
        return taken / (await CountAsync() - first);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _client.Dispose();
    }

    private async Task WaitForAsync(long polls)
    {
        while (!_process.HasExited)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            if (await CountAsync() >= polls)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The export ended with {_process.ExitCode}.");
    }

    private async Task<long> CountAsync()
    {
        try
        {
            var lines = (await _client.GetStringAsync(new Uri("metrics", UriKind.Relative))).Split('\n');
            return lines.Where(line => line.StartsWith(Polls, StringComparison.Ordinal))
                .Sum(line => (long)double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
        }
        catch (HttpRequestException)
        {
            // It is starting.
            return 0;
        }
    }

    private double Cpu()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalMilliseconds;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
