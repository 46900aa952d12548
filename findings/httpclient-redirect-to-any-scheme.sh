#!/usr/bin/env bash
# .NET 10, HttpClient with SocketsHttpHandler (AllowAutoRedirect, the default): a redirect is followed to a URL of any scheme, not only
# http and https. After "302 Location: ftp://127.0.0.1:PORT/" the GET request is sent by HTTP to that port; after "Location: file:///x"
# GetAsync throws a UriFormatException, which its documentation does not name. Only a redirect from https to another scheme is not followed.
#
# Seen: a second listener receives "GET /a HTTP/1.1" for an ftp address, and a UriFormatException for a file address.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>
  </PropertyGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System.Net;
using System.Net.Sockets;
using System.Text;

var other = Listen(out var port);
var received = ReceiveAsync(other, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
Console.WriteLine($"ftp: {await GetAsync($"ftp://127.0.0.1:{port}/a")}; the other port received: {await received}");
Console.WriteLine($"file: {await GetAsync("file:///a")}");

static async Task<string> GetAsync(string location)
{
    var server = Listen(out var port);
    _ = ReceiveAsync(server, $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    using var http = new HttpClient();
    try
    {
        using var response = await http.GetAsync($"http://127.0.0.1:{port}/");
        return $"{(int)response.StatusCode}";
    }
    catch (Exception exception)
    {
        return exception.GetType().Name;
    }
}

static TcpListener Listen(out int port)
{
    var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    port = ((IPEndPoint)listener.LocalEndpoint).Port;
    return listener;
}

static async Task<string> ReceiveAsync(TcpListener listener, string answer)
{
    using var client = await listener.AcceptTcpClientAsync();
    var buffer = new byte[4096];
    var count = await client.GetStream().ReadAsync(buffer);
    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
    return Encoding.ASCII.GetString(buffer, 0, count).Split("\r\n")[0];
}
CS
dotnet run > output.txt
cat output.txt
grep -q '^ftp: 200; the other port received: GET /a HTTP/1.1$' output.txt || { echo 'CHANGED: the ftp address is not requested by HTTP any more'; exit 1; }
grep -q '^file: UriFormatException$' output.txt || { echo 'CHANGED: the file address fails in another way'; exit 1; }
echo 'As described.'
