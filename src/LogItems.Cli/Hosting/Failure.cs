using System.Data.Common;
using System.Net.Sockets;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Verification;
using LogItems.Export;
using Npgsql;

namespace LogItems.Cli.Hosting;

/// <summary>The exit code and message of an exception.</summary>
/// <param name="ExitCode">The exit code of the tool.</param>
/// <param name="Message">The message for stderr; empty for none.</param>
internal sealed record Failure(int ExitCode, string Message)
{
    /// <summary>The value of EPIPE on Linux and macOS.</summary>
    private const int BrokenPipe = 32;

    /// <summary>Further lines of the message.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    public static Failure Of(Exception exception, CommandEnvironment host, CancellationToken cancellationToken) => exception switch
    {
        UsageException => new(Hosting.ExitCode.Usage, $"{exception.Message} See {host.CommandName} --help."),
        ApiFeatureNotSupportedException => new(Hosting.ExitCode.Usage, exception.Message),
        ArgumentException argument and not (ArgumentNullException or ArgumentOutOfRangeException) => new(
            Hosting.ExitCode.Usage, WithoutParameter(argument)),
        ApiVersionDetectionException detection => new(DetectionExitCode(detection.Detection.Outcome), exception.Message),
        LogItemsApiException or LogItemsAuthenticationException or VerificationException => new(Hosting.ExitCode.ApiError, exception.Message),
        OperationCanceledException when cancellationToken.IsCancellationRequested => new(Hosting.ExitCode.Canceled, "canceled."),
        OperationCanceledException or TimeoutException => new(
            Hosting.ExitCode.Unreachable,
            $"{host.Server} did not respond in time. Check the address and the network, or increase --timeout."),
        ServerCertificateException => new(Hosting.ExitCode.Unreachable, exception.Message),
        HttpRequestException request => new(
            Hosting.ExitCode.Unreachable, $"Cannot reach {host.Server}: {Reason(request)} Check the address, the port and the network."),
        InvalidFleetException fleet => new(Hosting.ExitCode.Unreachable, fleet.Description) { Details = fleet.Problems },
        DbException database => new(
            Hosting.ExitCode.Unreachable,
            $"The database cannot be used: {exception.Message.TrimEnd('.')}.{(IsOfConnection(database) ? " Check the connection string." : "")}"),
        ContractLoadException or InvalidDataException => new(Hosting.ExitCode.Unreachable, exception.Message),
        IOException closed when IsClosedPipe(closed) => new(Hosting.ExitCode.Ok, ""),
        IOException or UnauthorizedAccessException or SocketException => new(Hosting.ExitCode.Unreachable, exception.Message),
        _ => new(
            Hosting.ExitCode.InternalError, $"Internal error in logitems; please report it: {exception.GetType().Name}: {exception.Message}"),
    };

    /// <summary>Determines whether output failed because its reader ended, as <c>head</c> does.</summary>
    public static bool IsClosedPipe(IOException exception) => exception.HResult == BrokenPipe;

    /// <summary>Without a response, the server was not reached; every other outcome comes from the server.</summary>
    public static int DetectionExitCode(ApiVersionDetectionOutcome outcome) => outcome switch
    {
        ApiVersionDetectionOutcome.Served => Hosting.ExitCode.Ok,
        ApiVersionDetectionOutcome.TimedOut or ApiVersionDetectionOutcome.Incomplete => Hosting.ExitCode.Unreachable,
        _ => Hosting.ExitCode.ApiError,
    };

    /// <summary>The reason for a failed handshake is in the inner exception, unless the client's message already includes it.</summary>
    private static string Reason(HttpRequestException exception)
    {
        var isHandshake = exception is { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: not HttpRequestException };
        var reason = isHandshake ? exception.InnerException ?? exception : exception;
        return $"{reason.Message.TrimEnd('.')}.";
    }

    /// <summary>
    /// Determines whether the connection failed: the server was not reached, rejected the user (class 28) or does not have the database (3D000).
    /// </summary>
    private static bool IsOfConnection(DbException exception) => exception switch
    {
        PostgresException rejected => rejected.SqlState is ['2', '8', ..] or PostgresErrorCodes.InvalidCatalogName,
        _ => exception is NpgsqlException,
    };

    /// <summary>Parameter names are meaningless to users of the command line.</summary>
    private static string WithoutParameter(ArgumentException exception) =>
        exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);
}
