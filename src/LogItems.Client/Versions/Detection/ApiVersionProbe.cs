using System.Net;

namespace LogItems;

/// <summary>What a server answered when asked for one API version.</summary>
/// <param name="Version">The version asked for.</param>
/// <param name="Status">The status of the answer; null if none came.</param>
public sealed record ApiVersionProbe(ApiVersion Version, HttpStatusCode? Status);
