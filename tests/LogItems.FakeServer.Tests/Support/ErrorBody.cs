using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LogItems.FakeServer.Tests.Support;

/// <summary>What each version's errors look like.</summary>
internal static class ErrorBody
{
    public static async Task AssertAsync(
        HttpResponseMessage answer, ApiVersion version, HttpStatusCode status, string errorCode, string mentions)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(status), answer.RequestMessage?.RequestUri?.PathAndQuery);
        Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/json; charset=utf-8"));
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        string[] fields = version >= ApiVersion.V8 ? ["message", "errorCode", "stackTrace"] : ["message"];
        Assert.That(body.Names(), Is.EqualTo(fields));
        Assert.That(body.GetProperty("message").GetString(), Does.Contain(mentions));
        if (version >= ApiVersion.V8)
        {
            Assert.That(body.GetProperty("errorCode").GetString(), Is.EqualTo(errorCode));
        }
    }
}
