using Microsoft.Extensions.Hosting;

namespace LogItems.Export.Hosting;

/// <summary>Runs the export as long as the host runs.</summary>
internal sealed class ExportService(ExportWorker worker) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await worker.RunAsServiceAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }
}
