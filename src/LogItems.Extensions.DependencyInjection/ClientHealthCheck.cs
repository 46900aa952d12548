using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LogItems.Extensions.DependencyInjection;

/// <summary>Reads one job session; an error becomes the description of the result.</summary>
internal sealed class ClientHealthCheck(ILogItemsClient client, TimeSpan timeout, TimeProvider timeProvider) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var end = timeProvider.CreateCancellationTokenSource(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        try
        {
            var version = await client.GetVersionAsync(either.Token).ConfigureAwait(false);
            int? limit = version.Supports(ApiFeatures.ListJobSessionsLimit) ? 1 : null;
            await client.GetJobSessionsPageAsync(limit: limit, cancellationToken: either.Token).ConfigureAwait(false);
            return HealthCheckResult.Healthy($"The server responds with API {version.ToPathSegment()}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(context.Registration.FailureStatus, $"The server did not respond within {timeout.TotalSeconds:0.#} s.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new(context.Registration.FailureStatus, failure.Message, failure);
        }
    }
}
