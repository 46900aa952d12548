using Npgsql;

namespace LogItems.Export.Tests.Postgres;

public class PostgresSourceTests
{
    [TestCase("Host=db", null, 100)]
    [TestCase("Host=db", 8, 100)]
    [TestCase("Host=db", 1_000, 2_000)]
    [TestCase("Host=db;Maximum Pool Size=100", 1_000, 100)]
    [TestCase("Host=db;MaxPoolSize=20", 1_000, 20)]
    public async Task Create_Concurrency_HasConnectionsForIt(string connection, int? concurrency, int expected)
    {
        await using var source = PostgresSource.Create(connection, concurrency);

        Assert.That(new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize, Is.EqualTo(expected));
    }
}
