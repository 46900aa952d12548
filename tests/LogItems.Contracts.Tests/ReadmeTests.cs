using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Views;
using LogItems.FakeServer;

namespace LogItems.Contracts.Tests;

/// <summary>The C# of the package's README runs.</summary>
public class ReadmeTests
{
    [Test]
    public async Task Example_ServerThatHasNotSuchAPath_IsAFinding()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new() { AllowUnmatchedRequests = true });
        var (server, contractFile) = (fake.BaseAddress, ContractFile());

        var contract = ContractDocument.Load(contractFile);
        var views = ContractView.CreateAll(contract);
        using var conformance = new ConformanceHandler(views) { InnerHandler = new SocketsHttpHandler() };
        using var httpClient = new HttpClient(conformance) { BaseAddress = server };

        using var probe = await httpClient.GetAsync(new Uri("v8/ServiceInstance", UriKind.Relative));
        Assert.That(conformance.Findings, Is.Empty);
        using var other = await httpClient.GetAsync(new Uri("v8/Nothing", UriKind.Relative));
        Assert.That(conformance.Findings.Select(finding => finding.RuleId), Is.EqualTo(new[] { ExchangeRules.UndocumentedOperation }));
    }

    private static string ContractFile()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Generated.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Generated.sln is in no folder above the tests.");
        }

        return Path.Combine(folder.FullName, "openapi", "logitems.yaml");
    }
}
