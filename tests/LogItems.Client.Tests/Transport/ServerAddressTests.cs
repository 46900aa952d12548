namespace LogItems.Client.Tests.Transport;

public class ServerAddressTests
{
    private static readonly PasswordCredential Credential = new("operator", "secret");

    [TestCase("https://backup.test:4443", "https://backup.test:4443/", null)]
    [TestCase("https://backup.test:4443/", "https://backup.test:4443/", null)]
    [TestCase("https://backup.test:4443/v7", "https://backup.test:4443/", ApiVersion.V7)]
    [TestCase("https://backup.test:4443/V7/", "https://backup.test:4443/", ApiVersion.V7)]
    [TestCase("https://gateway.test/veeam/v5/", "https://gateway.test/veeam/", ApiVersion.V5)]
    [TestCase("http://127.0.0.1:8080/v8", "http://127.0.0.1:8080/", ApiVersion.V8)]
    [TestCase("http://localhost:8080", "http://localhost:8080/", null)]
    public async Task Constructor_Address_IsTakenApart(string address, string root, ApiVersion? version)
    {
        using var client = new LogItemsClient(new Uri(address), Credential, new() { Version = version });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(client.Server, Is.EqualTo(new Uri(root)));
            if (version is not null)
            {
                Assert.That(await client.GetVersionAsync(), Is.EqualTo(version));
            }
        }
    }

    [TestCase("http://backup.test:4443", "uses http")]
    [TestCase("ftp://backup.test", "is not the address of a server")]
    [TestCase("https://operator:secret@backup.test", "user name or password")]
    [TestCase("ftp://operator:secret@backup.test", "user name or password")]
    [TestCase("https://backup.test/?a=b", "query")]
    [TestCase("https://backup.test/v99", "v2, v3, v4, v5, v6, v7, v8")]
    [TestCase("https://backup.test/v0", "v2, v3, v4, v5, v6, v7, v8")]
    public void Constructor_UnusableAddress_SaysWhy(string address, string reason)
    {
        var exception = Assert.Throws<ArgumentException>(() => new LogItemsClient(new Uri(address), Credential));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception!.Message, Does.Contain(reason));
            Assert.That(exception.Message, Does.Not.Contain("secret"));
        }
    }

    [Test]
    public void Constructor_RelativeAddress_SaysWhy() =>
        Assert.That(
            () => new LogItemsClient(new Uri("backup.test", UriKind.Relative), Credential),
            Throws.ArgumentException.With.Message.Contain("https://host:4443"));

    [Test]
    public void Constructor_VersionsThatContradict_IsRefused() =>
        Assert.That(
            () => new LogItemsClient(new Uri("https://backup.test/v7"), Credential, new() { Version = ApiVersion.V8 }),
            Throws.ArgumentException.With.Message.Contain("specifies v7").And.Message.Contain("specify v8"));

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(9)]
    public void Constructor_UnknownVersion_IsRefused(int version) =>
        Assert.That(
            () => new LogItemsClient(new Uri("https://backup.test"), Credential, new() { Version = (ApiVersion)version }),
            Throws.ArgumentException.With.Message.Contain($"Version is {version}"));

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(10_001)]
    public void Constructor_PageSizeOutOfRange_IsRefused(int pageSize) =>
        Assert.That(
            () => new LogItemsClient(new Uri("https://backup.test"), Credential, new() { PageSize = pageSize }),
            Throws.ArgumentException.With.Message.Contain($"PageSize is {pageSize}; it must be 1 to 10000"));

    [Test]
    public void Constructor_HttpClientWithoutAddress_IsRefused()
    {
        using var handler = StubServer.Create();
        using var httpClient = new HttpClient(handler);
        Assert.That(() => new LogItemsClient(httpClient), Throws.ArgumentException.With.Message.Contain("BaseAddress"));
    }
}
