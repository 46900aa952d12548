using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Requests;

/// <summary>The facts about a request while it is processed.</summary>
internal sealed class RequestNote(HttpContext http, RequestLog log)
{
    private bool _isTaken;

    public FakeFaultKind? Fault { get; set; }

    public string? Operation { get; set; }

    public FakeRequest Describe(int status)
    {
        var path = http.Request.Path.Value ?? string.Empty;
        ApiVersion? version = ApiVersions.TryParse(path.Split('/').ElementAtOrDefault(1), out var known) ? known : null;
        return new FakeRequest(http.Request.Method, path, http.Request.QueryString.Value ?? string.Empty, version, status)
        {
            Fault = Fault,
            Operation = Operation,
        };
    }

    /// <summary>Adds the request to the log, once.</summary>
    public void Take(int status)
    {
        if (_isTaken)
        {
            return;
        }

        _isTaken = true;
        log.Add(Describe(status));
    }
}
