using System.Net;
using System.Runtime.ExceptionServices;
using LogItems.Transport;

namespace LogItems.Versions.Detection;

/// <summary>Asks for something small in every version at once and reads the answers.</summary>
internal static class ApiVersionDetector
{
    /// <summary>A version that no server has: who serves it does not tell versions apart.</summary>
    private const string Control = "v0";

    /// <summary>Probes the control and all versions; an answer that cannot be had counts for its version only, unless none can.</summary>
    public static async Task<ApiVersionDetection> DetectAsync(HttpClient httpClient, Uri root, CancellationToken cancellationToken)
    {
        var control = ProbeAsync(httpClient, new Uri(root, $"{Control}/ServiceInstance"), cancellationToken);
        var candidates = ApiVersions.All
            .Select(version => ProbeAsync(httpClient, new Uri(root, $"{version.ToPathSegment()}/{ProbePath(version)}"), cancellationToken))
            .ToList();

        var answers = await Task.WhenAll(candidates.Prepend(control)).ConfigureAwait(false);
        if (Array.TrueForAll(answers, answer => answer.Failure is not null))
        {
            // Nothing could even be asked: that is the network, and says nothing about versions.
            answers[0].Failure!.Throw();
        }

        var probes = ApiVersions.All.Select((version, i) => new ApiVersionProbe(version, answers[i + 1].Status)).ToList();
        return new ApiVersionDetection(root, probes, answers[0].Status);
    }

    /// <summary>The documented probe where the version has it, else the list of sessions.</summary>
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
