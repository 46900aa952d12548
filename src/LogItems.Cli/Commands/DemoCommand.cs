using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Output;
using LogItems.FakeServer;
using Spectre.Console;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems demo</c></summary>
internal sealed class DemoCommand : Command
{
    private static readonly Style Title = new(Color.Aqua, decoration: Decoration.Bold);

    public DemoCommand(CommandEnvironment host)
        : base("demo", "Runs an end-to-end demo against an embedded server.") =>
        SetAction((_, cancellationToken) => RunAsync(host, cancellationToken));

    private static async Task<int> RunAsync(CommandEnvironment host, CancellationToken cancellationToken)
    {
        var options = new FakeServerOptions();
        await using var server = await FakeLogItemsServer.StartAsync(options, cancellationToken);
        // A proxy configured in the environment cannot reach this process.
        using var connection = new SocketsHttpHandler { UseProxy = false };
        using var client = new LogItemsClient(
            server.BaseAddress,
            new PasswordCredential(options.Username, options.Password),
            new LogItemsClientOptions { PrimaryHandler = connection });
        host.Server = client.Server;
        var screen = new Screen(host);
        await WriteIntroductionAsync(screen, client, options, cancellationToken);
        await ShowAsync(host, screen, client, cancellationToken);
        Conclude(screen);
        return ExitCode.Ok;
    }

    private static async Task WriteIntroductionAsync(
        Screen screen, LogItemsClient client, FakeServerOptions options, CancellationToken cancellationToken)
    {
        var version = (await client.GetVersionAsync(cancellationToken)).ToPathSegment();
        screen.WriteLine("Log items of backup sessions", Title);
        screen.WriteLine();
        screen.WriteLine($"A simulated backup server is running in this process: {client.Server}");
        screen.WriteLine($"It supports API {VersionRange(options)}. The SDK detected the versions, selected {version} and signed in as {options.Username}.");
        screen.WriteLine();
    }

    private static async Task ShowAsync(CommandEnvironment host, Screen screen, LogItemsClient client, CancellationToken cancellationToken)
    {
        screen.WriteLine("Each run of a backup job is a job session:", Title);
        var sessions = client.GetJobSessionsAsync(cancellationToken: cancellationToken);
        var names = new JobNames();
        await RecordOutput.WriteAsync(
            host, RecordFormat.Table, JobSessionLayout.Create(names.Of), names.LoadForAsync(sessions, client, cancellationToken), cancellationToken, host.Size?
                .Invoke()
                .Width);
        screen.WriteLine();
        await foreach (var session in sessions)
        {
            screen.WriteLine($"Log items of session {session.Id}, the operations of that run:", Title);
            var items = client.GetLogItemsAsync(session.Id, cancellationToken: cancellationToken);
            await RecordOutput.WriteAsync(host, RecordFormat.Table, LogItemLayout.Instance, items, cancellationToken, host.Size?.Invoke().Width);
            screen.WriteLine();
        }
    }

    private static void Conclude(Screen screen)
    {
        screen.WriteLine("Next steps", Title);
        screen.WriteLine("  logitems serve --urls http://127.0.0.1:8080");
        screen.WriteLine("and, in another terminal (the password is demo):");
        screen.WriteLine("  logitems sessions --server http://127.0.0.1:8080 --username demo");
        screen.WriteLine($"  logitems list {SeedSessions.V3SessionId} --server http://127.0.0.1:8080 --username demo");
        screen.WriteLine("The documentation of the API, with requests to try, is then at http://127.0.0.1:8080/docs");
        screen.WriteLine();
        screen.WriteLine("Run logitems --help for all commands. If the tool is not installed, run this in the repository instead of logitems:");
        screen.WriteLine("  dotnet run --project src/LogItems.Cli --");
    }

    private static string VersionRange(FakeServerOptions options) =>
        $"{options.Versions[0].ToPathSegment()} to {options.Versions[^1].ToPathSegment()}";
}
