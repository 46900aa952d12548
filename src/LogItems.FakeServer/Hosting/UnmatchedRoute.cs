using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LogItems.FakeServer.Hosting;

/// <summary>Handles requests that match no endpoint of a served version.</summary>
internal static class UnmatchedRoute
{
    /// <summary>The name of the route parameter at the position of the version.</summary>
    public const string Version = "version";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns 404 without a body, as the service does, for an operation in a version that is not served or does not have it.</summary>
    public static Task AnswerAsync(HttpContext http, IFakeEndpoint endpoint)
    {
        if (http.Request.RouteValues[Version] is not string version || !IsVersion(version))
        {
            return AnswerAsync(http);
        }

        http.Features.GetRequiredFeature<RequestNote>().Operation = endpoint.Operation.Name;
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Returns 501 for a request that is not part of the API. Unlike the service's 404, it cannot be mistaken for a deleted session.</summary>
    public static Task AnswerAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status501NotImplemented;
        http.Response.ContentType = "application/json; charset=utf-8";
        var body = new JsonObject { ["message"] = UnmatchedRequestsException.Explain(http.Request.Method, http.Request.Path.Value ?? string.Empty) };
        return http.Response.WriteAsync(body.ToJsonString(Readable), http.RequestAborted);
    }

    private static bool IsVersion(string text) => text is ['v' or 'V', _, ..] && text.Skip(1).All(char.IsAsciiDigit);
}
