using System.Diagnostics;
using System.Globalization;

namespace LogItems.Benchmarks;

/// <summary>A server in a process of its own: its memory and its collections are not the client's.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address, Guid sessionId, string? certificateSha256)
    {
        _process = process;
        Address = address;
        SessionId = sessionId;
        CertificateSha256 = certificateSha256;
    }

    public Uri Address { get; }

    public Guid SessionId { get; }

    /// <summary>The thumbprint of the certificate; null without TLS.</summary>
    public string? CertificateSha256 { get; }

    /// <summary>Starts one, see <see cref="Server"/>.</summary>
    public static ServerProcess Start(int items, int latency = 0, string kind = "prepared", int sessions = 1)
    {
        var process = Child.Start("serve", Text(items), Text(latency), kind, Text(sessions));
        var line = process.StandardOutput.ReadLine()?.Split(' ')
            ?? throw new InvalidOperationException("The server has ended before it told its address; see its standard error.");
        return new(process, new Uri(line[0]), Guid.Parse(line[1]), line.ElementAtOrDefault(2));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Ends its input, which ends it.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
