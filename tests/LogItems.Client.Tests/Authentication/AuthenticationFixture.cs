namespace LogItems.Client.Tests.Authentication;

/// <summary>A token service, a clock, and clients that sign in as <c>CONTOSO\operator</c>, for each test.</summary>
public abstract class AuthenticationFixture : IDisposable
{
    protected static readonly Uri Server = new(StubServer.Address);

    private protected TokenService Service { get; } = new();

    private protected ManualTimeProvider Time { get; } = new();

    public void Dispose()
    {
        Service.Dispose();
        GC.SuppressFinalize(this);
    }

    protected LogItemsClient Client(ApiVersion version) =>
        new(Server, new PasswordCredential(@"CONTOSO\operator", "p@ss&word"), Options(version));

    protected LogItemsClientOptions Options(ApiVersion version) => new()
    {
        Version = version,
        PrimaryHandler = Service,
        TimeProvider = Time,
        MaxRetries = 0,
    };
}
