using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using LogItems.Cli.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace LogItems.Cli.Tests.Commands;

internal sealed class CertificateCommandTests
{
    [Test]
    public async Task Certificate_SelfSigned_IsShownAndCanBePinned()
    {
        using var certificate = SelfSigned.Create();
        var thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        await using var server = await StubServer.StartAsync(
            context => context.Response.WriteAsync("[]"), certificate);
        var list = $"list {SeedItem.Session} --server {server.Address} --api-version v8 --token T";

        var shown = await ToolRun.StartAsync($"certificate --server {server.Address}");
        var refused = await ToolRun.StartAsync(list);
        var pinned = await ToolRun.StartAsync($"{list} --pin-sha256 {thumbprint}");
        var pinnedByVariable = await ToolRun.StartAsync(list, new Dictionary<string, string> { ["LOGITEMS_PIN_SHA256"] = thumbprint });

        Assert.That(shown.ExitCode, Is.Zero);
        Assert.That(shown.Lines, Does.Contain($"sha256   {thumbprint}").And.Contain("subject  CN=backup.contoso.local").And.Contain("problem  Untrusted"));
        Assert.That(refused.ExitCode, Is.EqualTo(3));
        Assert.That(refused.Error, Does.Contain(thumbprint).And.Contain("--pin-sha256"));
        Assert.That((pinned.ExitCode, pinnedByVariable.ExitCode), Is.EqualTo((0, 0)), pinned.Error);
    }

    [Test]
    public async Task Pin_NoThumbprint_IsUsage()
    {
        var run = await ToolRun.StartAsync("certificate --server https://127.0.0.1:1 --pin-sha256 12AB");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("64 hexadecimal digits").And.Not.Contain("Parameter"));
    }

    [Test]
    public async Task Certificate_PortThatAcceptsAndNeverAnswers_TimesOut()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var run = await ToolRun.StartAsync($"certificate --server https://{listener.LocalEndpoint} --timeout 1");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")));
        Assert.That(
            run.Error,
            Is.EqualTo($"logitems: https://{listener.LocalEndpoint}/ did not respond in time. Check the address and the network, or increase --timeout.\n"));
    }

    [Test]
    public async Task Certificate_OtherPin_IsAFinding()
    {
        using var certificate = SelfSigned.Create();
        var thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        await using var server = await StubServer.StartAsync(context => context.Response.WriteAsync("[]"), certificate);

        var pinned = await ToolRun.StartAsync($"certificate --server {server.Address} --pin-sha256 {thumbprint}");
        var other = await ToolRun.StartAsync($"certificate --server {server.Address} --pin-sha256 {new string('0', 64)} --format json");

        Assert.That((pinned.ExitCode, pinned.Lines[^1]), Is.EqualTo((0, "problem  -")));
        Assert.That(other.ExitCode, Is.EqualTo(1));
        var json = System.Text.Json.JsonElement.Parse(other.Out);
        Assert.That(
            json.EnumerateObject().Select(property => property.Name),
            Is.EqualTo(["host", "subject", "issuer", "notBefore", "notAfter", "sha256", "problem"]));
        Assert.That((json.GetProperty("sha256").GetString(), json.GetProperty("problem").GetString()), Is.EqualTo((thumbprint, "PinMismatch")));
    }
}
