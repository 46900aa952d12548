using System.Globalization;
using System.Net;

namespace LogItems;

/// <summary>The API versions that a server supports, as far as can be determined without credentials.</summary>
public sealed class ApiVersionDetection
{
    private readonly HttpStatusCode? _control;

    internal ApiVersionDetection(Uri server, IReadOnlyList<ApiVersionProbe> probes, HttpStatusCode? control)
    {
        Server = server;
        Probes = probes;
        _control = control;
        Served = control is HttpStatusCode.NotFound ? [.. probes.Where(IsServed).Select(probe => probe.Version)] : [];
        Outcome = Evaluate();
        Chosen = Outcome == ApiVersionDetectionOutcome.Served ? Served[^1] : null;
    }

    /// <summary>The probed server, without a version.</summary>
    public Uri Server { get; }

    /// <summary>The response to each probe, oldest version first.</summary>
    public IReadOnlyList<ApiVersionProbe> Probes { get; }

    /// <summary>The versions that both sides support, oldest first.</summary>
    public IReadOnlyList<ApiVersion> Served { get; }

    /// <summary>The newest version that both sides support; null if there is no such version, or it cannot be determined.</summary>
    public ApiVersion? Chosen { get; }

    /// <summary>The meaning of the responses.</summary>
    public ApiVersionDetectionOutcome Outcome { get; }

    /// <summary>Returns the outcome in one sentence, with advice.</summary>
    public override string ToString() => Outcome switch
    {
        ApiVersionDetectionOutcome.Served =>
            $"{Server} serves API {string.Join(", ", Served.Select(version => version.ToPathSegment()))}; "
            + $"{Chosen!.Value.ToPathSegment()} is the newest that this SDK supports.",
        ApiVersionDetectionOutcome.NoneServed =>
            $"{Server} responds, but serves none of API {ApiVersions.Names}: each returned 404. "
            + "Check the port, and that the REST API service of the backup server listens on it.",
        ApiVersionDetectionOutcome.TimedOut =>
            $"{Server} did not respond in time. Check the address and the network, or increase the timeout.",
        ApiVersionDetectionOutcome.Incomplete =>
            $"{Server} did not answer all probes, so its API version is unknown: {Statuses}. Try again, or specify the version.",
        _ =>
            $"{Server} does not respond like the REST API service: {Statuses}. A proxy or a sign-in page probably responded instead; "
            + "check the address, or specify the version.",
    };

    private ApiVersionDetectionOutcome Evaluate()
    {
        if (_control is null && Probes.All(probe => probe.Status is null))
        {
            return ApiVersionDetectionOutcome.TimedOut;
        }

        if (Served.Count > 0)
        {
            // A newer version without a response, or whose server was busy, may be served too.
            return Probes.Any(probe => probe.Version > Served[^1] && (probe.Status is null || IsBusy(probe)))
                ? ApiVersionDetectionOutcome.Incomplete
                : ApiVersionDetectionOutcome.Served;
        }

        var statuses = Probes.Select(probe => probe.Status).Prepend(_control).OfType<HttpStatusCode>().ToList();
        return statuses.Exists(status => status is not HttpStatusCode.NotFound)
            ? _control is null ? ApiVersionDetectionOutcome.Incomplete : ApiVersionDetectionOutcome.NotTheService
            : statuses.Count <= Probes.Count ? ApiVersionDetectionOutcome.Incomplete : ApiVersionDetectionOutcome.NoneServed;
    }

    private string Statuses => string.Join(", ", Probes
        .Select(probe => (Name: probe.Version.ToPathSegment(), probe.Status))
        .Prepend((Name: "a version that does not exist", Status: _control))
        .Select(probe => $"{probe.Name} {(probe.Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : "no response")}"));

    /// <summary>401 is the documented response; a caller's own, already authenticated connection gets 200.</summary>
    private static bool IsServed(ApiVersionProbe probe) => probe.Status is HttpStatusCode.Unauthorized or HttpStatusCode.OK;

    private static bool IsBusy(ApiVersionProbe probe) => (int?)probe.Status is 408 or 429 or 500 or 502 or 503 or 504;
}
