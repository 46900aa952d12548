using System.Net;

namespace LogItems;

/// <summary>The response of a server to the probe of one API version.</summary>
/// <param name="Version">The probed version.</param>
/// <param name="Status">The status of the response; null if none arrived.</param>
public sealed record ApiVersionProbe(ApiVersion Version, HttpStatusCode? Status);
