using System.Runtime.CompilerServices;
using LogItems;

namespace NightWatch;

/// <summary>What went wrong last night, a line an item.</summary>
public sealed class NightReport(ILogItemsClient client)
{
    public async IAsyncEnumerable<string> WriteAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var session in client.GetJobSessionsAsync(JobSessionStatus.Warning, cancellationToken: cancellationToken))
        {
            await foreach (var item in client.GetLogItemsAsync(session.Id, LogItemLevel.Warning, cancellationToken: cancellationToken))
            {
                yield return $"{item.StartedAt:u} {item.Text}";
            }
        }
    }
}
