using System.Runtime.Versioning;
using Microsoft.Extensions.Configuration;

namespace LogItems.Export.Tests.Fleets;

public class FleetFileTests
{
    private const string Pin = "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF";

    private const string Complete = $$"""
        maxConcurrency: 3
        interval: 5m
        defaults:
          username: CONTOSO\monitoring
          password: { environment: LOGITEMS_PASSWORD }
          labels: { site: north, customer: Contoso }
          maxConnections: 2
          timeout: 10m
          version: v8
        servers:
          - name: paris.1
            address: https://paris.contoso.local:4443
            pinSha256: {{Pin}}
          - name: oslo
            address: https://oslo.fabrikam.local:4443
            version: auto
            username: FABRIKAM\monitoring
            password: { file: /run/secrets/oslo }
            labels: { customer: Fabrikam }
            interval: 00:00:30
            timeout: 1h
            maxConnections: 7
            pinSha256: [{{Pin}}, '{{Pin}}']
        """;

    [Test]
    public void Load_CompleteFile_ReadsEverySetting()
    {
        var fleet = Load(Complete);

        var (paris, oslo) = (fleet.Servers[0], fleet.Servers[1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fleet.MaxConcurrency, Is.EqualTo(3));
            Assert.That(fleet.LabelNames, Is.EqualTo(new[] { "customer", "site" }));
            Assert.That(
                (paris.Name, paris.Address, paris.Version),
                Is.EqualTo(("paris.1", new Uri("https://paris.contoso.local:4443"), (ApiVersion?)ApiVersions.All[^1])));
            Assert.That((paris.Timeout, oslo.Timeout), Is.EqualTo((TimeSpan.FromMinutes(10), TimeSpan.FromHours(1))));
            Assert.That((paris.Username, paris.Interval, paris.MaxConnections), Is.EqualTo((@"CONTOSO\monitoring", TimeSpan.FromMinutes(5), 2)));
            Assert.That(paris.PinSha256, Is.EqualTo(new[] { Pin }));
            Assert.That(paris.Password.ToString(), Is.EqualTo("the environment variable LOGITEMS_PASSWORD"));
            Assert.That(paris.Labels, Is.EquivalentTo(new Dictionary<string, string> { ["site"] = "north", ["customer"] = "Contoso" }));
            Assert.That(
                (oslo.Version, oslo.Username, oslo.Interval, oslo.MaxConnections),
                Is.EqualTo(((ApiVersion?)null, @"FABRIKAM\monitoring", TimeSpan.FromSeconds(30), 7)));
            Assert.That(oslo.PinSha256, Is.EqualTo(new[] { Pin, Pin }));
            Assert.That(oslo.Password.ToString(), Is.EqualTo("the file /run/secrets/oslo"));
            Assert.That(oslo.Labels, Is.EquivalentTo(new Dictionary<string, string> { ["site"] = "north", ["customer"] = "Fabrikam" }));
        }
    }

    [Test]
    public void Load_SmallestFile_HasDefaults()
    {
        var fleet = Load("""
            servers:
              - { name: a, address: 'https://a:4443', username: u, password: { command: 'pass show a' } }
            """);

        var server = fleet.Servers.Single();
        Assert.That(
            (fleet.MaxConcurrency, server.Interval, server.Timeout, server.MaxConnections, server.Version),
            Is.EqualTo((8, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), 4, (ApiVersion?)null)));
        Assert.That((server.Labels.Count, server.PinSha256.Count, server.Password.Source), Is.EqualTo((0, 0, FleetPasswordSource.Command)));
    }

    [Test]
    public void FromConfiguration_SameShape_IsTheSameFleet()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Fleet:MaxConcurrency"] = "3",
            ["Fleet:Defaults:Username"] = "u",
            ["Fleet:Defaults:Password:Environment"] = "SECRET",
            ["Fleet:Defaults:Labels:site"] = "north",
            ["Fleet:Servers:0:Name"] = "a",
            ["Fleet:Servers:0:Address"] = "https://a:4443",
            ["Fleet:Servers:0:PinSha256:0"] = Pin,
            ["Fleet:Servers:1:Name"] = "b",
            ["Fleet:Servers:1:Address"] = "https://b:4443",
            ["Fleet:Servers:1:Interval"] = "10s",
        }).Build();

        var fleet = Fleet.FromConfiguration(configuration.GetSection("Fleet"));

        Assert.That(fleet.MaxConcurrency, Is.EqualTo(3));
        Assert.That(
            fleet.Servers.Select(server => (server.Name, server.Address.Host, server.Interval, server.Labels["site"], server.PinSha256.Count)),
            Is.EqualTo(new[] { ("a", "a", TimeSpan.FromMinutes(1), "north", 1), ("b", "b", TimeSpan.FromSeconds(10), "north", 0) }));
    }

    [Test]
    public void FromConfiguration_Mistakes_AreReportedWithTheirPaths()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Fleet:Interval"] = "30",
            ["Fleet:Servers:0:Adress"] = "https://a:4443",
        }).Build();

        var failure = Assert.Throws<InvalidFleetException>(() => Fleet.FromConfiguration(configuration.GetSection("Fleet")))!;

        Assert.That(failure.Problems, Has.Some.StartsWith("Fleet:Interval: 'interval' is '30'.")
            .And.Some.StartsWith("Fleet:Servers:0:Adress: 'Adress' is not a setting of a server. Did you mean 'address'?")
            .And.Some.StartsWith("Fleet:Servers:0: 'name' is missing."));
    }

    [Test]
    public void Load_ManyMistakes_AreInOneMessageWithTheirLines()
    {
        var failure = Refuse("""
            maxConcurency: 8
            interval: 0s
            defaults:
              interval: 5m
              username: u
              password: S3cret
            servers:
              - name: Paris
                address: paris
                version: v99
                pinSha256: 12
                labels: { server: x, 1st: y, ok: z }
              - name: oslo
                address: http://oslo:4443
                maxConnections: 0
                password: { environment: A, file: B }
              - name: oslo
                address: https://user:S3cret@oslo:4443
                interval: 2d
            """);

        int[] lines = [1, 2, 4, 6, 8, 9, 10, 11, 12, 12, 14, 15, 16, 17, 18, 19];
        Assert.That(failure.Problems.Select(problem => problem.Split(": ")[0]), Is.EquivalentTo(lines.Select(line => $"fleet.yaml:{line}")));
        Assert.That(failure.Message, Does.Contain("Did you mean 'maxConcurrency'?").And.Contain("16 problems").And.Not.Contain("S3cret"));
    }

    [TestCase("servers: []", "there is no list of 'servers'")]
    [TestCase("servers: paris", "there is no list of 'servers'")]
    [TestCase("- a", "there is no list of 'servers'")]
    [TestCase("servers: [paris]", "this has to be a server")]
    [TestCase("", "there is no list of 'servers'")]
    [TestCase("servers: [{", "not valid YAML")]
    [TestCase("servers: &a [*a]", "")]
    [TestCase("a: &a [x, x]\nb: &b [*a, *a]\nservers: &c { x: { x: { x: { x: { x: { x: { x: 1 } } } } } } }", "nested or repeated")]
    public void Load_NotAFleet_IsRefused(string yaml, string expected) => Assert.That(Refuse(yaml).Message, Does.Contain(expected));

    [TestCase("9s")]
    [TestCase("25h")]
    [TestCase("120")]
    public void Load_InvalidTimeout_IsRefused(string timeout) => Assert.That(
        Refuse($$"""
            defaults: { username: u, password: { file: f }, timeout: {{timeout}} }
            servers: [{ name: a, address: 'https://a', timeout: {{timeout}} }]
            """).Problems,
        Is.EqualTo(new[] { 1, 2 }.Select(
            line => $"fleet.yaml:{line}: 'timeout' is '{timeout}'. Use a time from 10 seconds to 1 day, such as 30s, 5m, 1h or 00:05:00.")));

    [Test]
    public void Load_MoreThanSixteenLabelNames_IsRefused()
    {
        var labels = string.Join(", ", Enumerable.Range(0, 17).Select(number => $"l{number}: x"));

        Assert.That(
            Refuse($$"""servers: [{ name: a, address: 'https://a', username: u, password: { file: f }, labels: { {{labels}} } }]""").Message,
            Does.Contain("17 label names"));
    }

    [Test]
    public void CreateClient_HasTheSettingsOfTheServer()
    {
        using var client = Load(Complete).Servers[0].CreateClient();

        Assert.That(client.Server, Is.EqualTo(new Uri("https://paris.contoso.local:4443")));
        Assert.That(client.GetVersionAsync().IsCompletedSuccessfully, Is.True);
    }

    [Test]
    [Platform("Linux,MacOsX")]
    [UnsupportedOSPlatform("windows")]
    public void Load_FileThatOthersCanWriteTo_IsRefused()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Complete);
            Assert.That(FleetFile.Load(file).Servers, Has.Count.EqualTo(2));

            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
            Assert.That(Assert.Throws<InvalidFleetException>(() => FleetFile.Load(file))!.Message, Does.Contain("chmod o-w"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Fleet Load(string yaml) => FleetFile.Load(new StringReader(yaml), "fleet.yaml");

    private static InvalidFleetException Refuse(string yaml) => Assert.Throws<InvalidFleetException>(() => Load(yaml))!;
}
