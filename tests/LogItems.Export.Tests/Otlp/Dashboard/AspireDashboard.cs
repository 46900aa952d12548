using System.Diagnostics;
using System.Reflection;
using LogItems.Export.Tests.Support;
using Newtonsoft.Json.Linq;

namespace LogItems.Export.Tests.Otlp.Dashboard;

/// <summary>The dashboard of Aspire, which runs for itself and is reached from this machine only.</summary>
internal sealed class AspireDashboard : IAsyncDisposable
{
    private static readonly string Program =
        typeof(AspireDashboard).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "AspireDashboard").Value!;

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, Uri> _addresses = [];
    private readonly HttpClient _client = new(new SocketsHttpHandler());
    private Process _process = null!;

    private AspireDashboard()
    {
    }

    public static async Task<AspireDashboard> StartAsync()
    {
        var dashboard = new AspireDashboard();
        var start = new ProcessStartInfo(Program) { WorkingDirectory = dashboard._folder.Path, RedirectStandardOutput = true };
        start.Environment["HOME"] = dashboard._folder.Path;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://127.0.0.1:0";
        start.Environment["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = "http://127.0.0.1:0";
        start.Environment["ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS"] = "true";
        start.Environment["ASPIRE_DASHBOARD_API_ENABLED"] = "true";
        dashboard._process = Process.Start(start)!;
        await dashboard.ReadAddressesAsync();
        // What it prints later is read, too: a pipe that is full would make it wait.
        _ = dashboard._process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return dashboard;
    }

    /// <summary>The address for a protocol.</summary>
    public Uri Address(OtlpProtocol protocol) => _addresses[protocol == OtlpProtocol.Grpc ? "OTLP/gRPC listening on" : "OTLP/HTTP listening on"];

    /// <summary>What the dashboard has, as OTLP in JSON: <c>logs</c> or <c>spans</c>.</summary>
    public async Task<JObject> QueryAsync(string path) =>
        JObject.Parse(await _client.GetStringAsync(new Uri(_addresses["Now listening on"], $"/api/telemetry/{path}")));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    /// <summary>Reads from what it prints where it listens.</summary>
    private async Task ReadAddressesAsync()
    {
        List<string> lines = [];
        while (_addresses.Count < 3)
        {
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"It has ended. {string.Join('\n', lines)}");
            lines.Add(line);
            if (line.Split(" on: ") is [var what, var address])
            {
                _addresses[$"{what.Trim()} on"] = new Uri(address.Trim());
            }
        }
    }
}
