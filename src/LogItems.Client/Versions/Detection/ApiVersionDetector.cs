using System.Net;
using System.Runtime.ExceptionServices;
using LogItems.Transport;

namespace LogItems.Versions.Detection;

/// <summary>Probes a small resource in all versions concurrently and evaluates the responses.</summary>
internal static class ApiVersionDetector
{
    /// <summary>A version that no server has: a server that serves it does not distinguish versions.</summary>
    private const string Control = "v0";

    /// <summary>Probes the control and all versions; a missing response affects its version only, unless all are missing.</summary>
    public static async Task<ApiVersionDetection> DetectAsync(HttpClient httpClient, Uri root, CancellationToken cancellationToken)
    {
        var control = ProbeAsync(httpClient, new Uri(root, $"{Control}/ServiceInstance"), cancellationToken);
        var candidates = ApiVersions.All
            .Select(version => ProbeAsync(httpClient, new Uri(root, $"{version.ToPathSegment()}/{ProbePath(version)}"), cancellationToken))
            .ToList();

        var answers = await Task.WhenAll(candidates.Prepend(control)).ConfigureAwait(false);
        if (Array.TrueForAll(answers, answer => answer.Failure is not null))
        {
            // No probe could be sent, which is a network failure.
            answers[0].Failure!.Throw();
        }

        var probes = ApiVersions.All.Select((version, i) => new ApiVersionProbe(version, answers[i + 1].Status)).ToList();
        return new ApiVersionDetection(root, probes, answers[0].Status);
    }

    /// <summary>The documented probe if the version has it, else the list of sessions.</summary>
    private static string ProbePath(ApiVersion version) =>
        version.Supports(ApiFeatures.GetServiceInstance) ? "ServiceInstance" : "JobSessions";

    private static async Task<Answer> ProbeAsync(HttpClient httpClient, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        try
        {
            AuthenticationHandler.SkipFor(request);
            using var response = await httpClient
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return new Answer(response.StatusCode, null);
        }
        catch (HttpRequestException failure)
        {
            return new Answer(null, ExceptionDispatchInfo.Capture(ConnectionFailure.Of(request, failure, tries: 1)));
        }
        catch (LogItemsApiException tooLarge)
        {
            return new Answer(tooLarge.StatusCode, null);
        }
        catch (Exception timeout) when (timeout is TimeoutException or OperationCanceledException { InnerException: TimeoutException })
        {
            return default;
        }
    }

    private readonly record struct Answer(HttpStatusCode? Status, ExceptionDispatchInfo? Failure);
}
