using System.Diagnostics;
using LogItems.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LogItems;

/// <summary>Creates an activity of the source <c>LogItems.Client</c> for each request, and logs the outcome.</summary>
/// <remarks>
/// Names and attributes follow the OpenTelemetry semantic conventions for HTTP clients. Queries, bodies and headers are never
/// recorded. Without a listener there is no activity.
/// </remarks>
public sealed class DiagnosticsHandler : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<long> Start = new("LogItems.Start");

    private readonly ILogger _logger;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a handler that logs as the options specify.</summary>
    public DiagnosticsHandler(LogItemsClientOptions? options = null)
    {
        _logger = (options ?? new()).CreateLogger();
        _timeProvider = options?.TimeProvider ?? TimeProvider.System;
    }

    /// <summary>The time since a request was sent; null if it did not pass through this handler.</summary>
    internal static TimeSpan? ElapsedSince(HttpRequestMessage? request, TimeProvider timeProvider) =>
        request is not null && request.Options.TryGetValue(Start, out var start) ? timeProvider.GetElapsedTime(start) : null;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var start = _timeProvider.GetTimestamp();
        request.Options.Set(Start, start);
        using var activity = StartActivity(request);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            activity?.SetTag("http.response.status_code", (int)response.StatusCode);
            if ((int)response.StatusCode >= 400)
            {
                Fail(activity, ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            ClientLog.Answered(
                _logger, request.Method, request.RequestUri?.AbsolutePath, (int)response.StatusCode, _timeProvider.GetElapsedTime(start));
            return response;
        }
        catch (Exception exception)
        {
            Fail(activity, exception.GetType().FullName);
            throw;
        }
    }

    private static Activity? StartActivity(HttpRequestMessage request)
    {
        var activity = ClientMetrics.Activities.StartActivity(request.Method.Method, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true } && request.RequestUri is { IsAbsoluteUri: true } address)
        {
            var template = TemplateOf(address.AbsolutePath);
            activity.DisplayName = $"{request.Method.Method} {template}";
            activity.SetTag("http.request.method", request.Method.Method);
            activity.SetTag("url.template", template);
            activity.SetTag("url.full", address.GetLeftPart(UriPartial.Path));
            activity.SetTag("server.address", address.Host);
            activity.SetTag("server.port", address.Port);
        }

        return activity;
    }

    private static void Fail(Activity? activity, string? errorType)
    {
        activity?.SetTag("error.type", errorType);
        activity?.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>The path with placeholders in place of identifiers.</summary>
    private static string TemplateOf(string path) =>
        string.Join("/", path.Split('/').Select(segment => Guid.TryParseExact(segment, "D", out _) ? "{id}" : segment));
}
