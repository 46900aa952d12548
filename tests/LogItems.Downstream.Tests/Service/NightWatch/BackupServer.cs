using LogItems;

namespace NightWatch;

/// <summary>How the service talks to a backup server.</summary>
public static class BackupServer
{
    public static LogItemsClient Connect(Uri server, LogItemsCredential credential) =>
        new(server, credential, new LogItemsClientOptions { Version = ApiVersion.V8, PageSize = 500, MaxRetries = 5 });
}
