#!/usr/bin/env bash
# SocketsHttpHandler (.NET 10.0.12): KeepAlivePingDelay is a setting of HTTP/2, and KeepAlivePingPolicy.WithActiveRequests sends pings only while a
# request waits. Yet a handler with a delay starts a periodic timer with its first request, whatever the protocol: here http without TLS, which
# is HTTP/1.1, and no request afterwards. It fires every quarter of the smaller of KeepAlivePingDelay and KeepAlivePingTimeout, at least once a
# second, until the handler is disposed of, also when all of its connections are closed. One handler does not notice; a process that keeps a
# client for each of some hundred servers (each with its own certificate to trust) is woken many times a second and never sleeps.
#
# Seen: "delay 10 s: 200 timers more for 200 handlers", "no delay: 0 timers more", both when the responses closed their connections.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System.Net;
using System.Net.Sockets;
using System.Text;

var listener = new TcpListener(IPAddress.Loopback, 0);
listener.Start();
var address = new Uri($"http://{listener.LocalEndpoint}/");
_ = Task.Run(async () =>
{
    var request = new byte[4096];
    while (true)
    {
        using var connection = await listener.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        await stream.ReadAtLeastAsync(request, 1);
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }
});

List<HttpClient> kept = [];
foreach (var delay in new[] { Timeout.InfiniteTimeSpan, TimeSpan.FromSeconds(10) })
{
    var before = Timer.ActiveCount;
    for (var number = 0; number < 200; number++)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            KeepAlivePingDelay = delay,
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,

            // Its own timer ends when the handler has no connections left.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1),
        };
        var client = new HttpClient(handler);
        kept.Add(client);
        using var response = await client.GetAsync(address);
        response.EnsureSuccessStatusCode();
    }

    // The time that pools without connections need to be removed, and their timers with them.
    await Task.Delay(TimeSpan.FromSeconds(15));
    var name = delay == Timeout.InfiniteTimeSpan ? "no delay" : $"delay {delay.TotalSeconds} s";
    Console.WriteLine($"{name}: {(Timer.ActiveCount - before + 10) / 100 * 100} timers more for 200 handlers");
}
CS
dotnet run > seen.txt
cat seen.txt
grep -qx 'no delay: 0 timers more for 200 handlers' seen.txt || { echo "CHANGED: a handler without pings"; exit 1; }
grep -qx 'delay 10 s: 200 timers more for 200 handlers' seen.txt || { echo "CHANGED: a handler with pings, but without HTTP/2"; exit 1; }
echo 'As described.'
