using Microsoft.Extensions.Hosting;

namespace LogItems.FakeServer.Hosting;

/// <summary>Leaves Ctrl+C and the console to the hosting program.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
