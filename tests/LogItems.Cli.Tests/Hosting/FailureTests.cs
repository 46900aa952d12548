using System.Data.Common;
using LogItems.Cli.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LogItems.Cli.Tests.Hosting;

internal sealed class FailureTests
{
    private static readonly TestCaseData<DbException, string>[] Databases =
    [
        new(new NpgsqlException("Failed to connect to 127.0.0.1:1"), "Failed to connect to 127.0.0.1:1. Check the connection string."),
        new(Rejected("28P01", "password authentication failed"), "28P01: password authentication failed. Check the connection string."),
        new(Rejected("3D000", "database \"backup\" does not exist"), "3D000: database \"backup\" does not exist. Check the connection string."),
        new(Rejected("53100", "could not extend file: No space left on device"), "53100: could not extend file: No space left on device."),
        new(new SqliteException("SQLite Error 13: 'database or disk is full'.", 13), "SQLite Error 13: 'database or disk is full'."),
    ];

    [TestCaseSource(nameof(Databases))]
    public void Of_Database_AdvisesToCheckTheConnectionStringOnlyIfThereWasNoConnection(DbException exception, string expected)
    {
        var failure = Failure.Of(exception, new CommandEnvironment { Out = TextWriter.Null, Error = TextWriter.Null }, CancellationToken.None);

        Assert.That((failure.ExitCode, failure.Message), Is.EqualTo((3, $"The database cannot be used: {expected}")));
    }

    private static PostgresException Rejected(string state, string message) => new(message, "ERROR", "ERROR", state);
}
