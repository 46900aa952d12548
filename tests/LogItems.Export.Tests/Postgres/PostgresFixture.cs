using Npgsql;

namespace LogItems.Export.Tests.Postgres;

/// <summary>A PostgreSQL for all tests of a class, and a database for each.</summary>
public abstract class PostgresFixture
{
    private PostgresServer _server = null!;

    internal PostgresServer Server => _server;

    protected NpgsqlDataSource Source { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _server = await PostgresServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [SetUp]
    public async Task CreateDatabaseAsync() => Source = await _server.CreateDatabaseAsync();

    [TearDown]
    public async Task CloseDatabaseAsync() => await Source.DisposeAsync();
}
