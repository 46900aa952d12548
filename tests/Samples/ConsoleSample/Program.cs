// Prints the warnings and errors of the last 24 hours:
// LOGITEMS_PASSWORD=… dotnet run --project tests/Samples/ConsoleSample -- https://backup.contoso.local:4443 operator [thumbprint]
using LogItems;

var server = new Uri(args[0]);
var credential = new PasswordCredential(args[1], Environment.GetEnvironmentVariable("LOGITEMS_PASSWORD") ?? "");
var options = new LogItemsClientOptions
{
    ServerCertificate = args is [_, _, var thumbprint] ? ServerCertificate.Pin(thumbprint) : ServerCertificate.SystemTrust,
};
using var client = new LogItemsClient(server, credential, options);

var failed = new JobSessionFilter
{
    Statuses = [JobSessionStatus.Warning, JobSessionStatus.Failed],
    Since = TimeProvider.System.GetUtcNow().AddDays(-1),
};
var levels = new LogItemFilter { Levels = [LogItemLevel.Warning, LogItemLevel.Error] };
await foreach (var session in client.GetJobSessionsAsync(failed))
{
    Console.WriteLine($"{session.StartedAt:u} {session.Status} {session.Id}");
    await foreach (var item in client.GetLogItemsAsync(session.Id, levels))
    {
        Console.WriteLine($"  {item.Level} {item.Subject?.Name ?? item.Text}: {item.Cause ?? "cause unknown"}");
    }
}
