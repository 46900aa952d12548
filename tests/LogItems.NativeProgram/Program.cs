using System.Diagnostics;
using System.Globalization;
using LogItems;

// Reads a server in the versions named and prints what was read; the same as a native program and with a just-in-time compiler.
var server = new Uri(args[0]);
var isFirst = true;
foreach (var name in args[1..])
{
    if (!ApiVersions.TryParse(name, out var version))
    {
        Console.Error.WriteLine($"'{name}' is not an API version.");
        return 2;
    }

    var options = new LogItemsClientOptions { Version = version, MaxRetries = 10, RetryDelay = TimeSpan.FromMilliseconds(5) };
    using var client = new LogItemsClient(server, new PasswordCredential("demo", "demo"), options);
    await foreach (var session in client.GetJobSessionsAsync())
    {
        Print(name, session.Id, session.StatusText, session.StartedAt, session.EndedAt, session.Links.Count, session.Issues.Count);
        await foreach (var item in client.GetLogItemsAsync(session.Id))
        {
            if (isFirst)
            {
                isFirst = false;
                var started = Process.GetCurrentProcess().StartTime.ToUniversalTime();
                Console.Error.WriteLine($"first item after {(TimeProvider.System.GetUtcNow() - started).TotalMilliseconds:0} ms");
            }

            Print(name, item.Id, item.LevelText, item.StartedAt, item.EndedAt, item.Links.Count, item.Issues.Count, item.Text);
        }
    }

    try
    {
        await client.GetJobSessionAsync(new Guid(1, 2, 3, new byte[8]));
    }
    catch (LogItemsApiException exception)
    {
        Print(name, exception.Kind, (int)exception.StatusCode, exception.Path, exception.ErrorCode, exception.ServerMessage);
    }

    using var stranger = new LogItemsClient(server, new PasswordCredential("demo", "wrong"), options);
    try
    {
        await stranger.GetJobSessionAsync(Guid.NewGuid());
    }
    catch (LogItemsAuthenticationException exception)
    {
        Print(name, exception.Failure, (int)exception.StatusCode, exception.Error);
    }
}

return 0;

static void Print(params object?[] values) =>
    Console.WriteLine(string.Join('\t', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))));
