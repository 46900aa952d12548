using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LogItems.FakeServer.Tests.Support;

/// <summary>Requests to the token endpoint and with the tokens that it issues, and its refusals.</summary>
internal static class TokenRequests
{
    public static async Task<JsonElement> LogInAsync(TestHttp http)
    {
        using var answer = await http.PostTokenAsync(http.PasswordForm());
        return await TestHttp.ReadAsync(answer);
    }

    public static Dictionary<string, string> RefreshForm(JsonElement pair, ApiVersion version = ApiVersion.V2)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = pair.GetProperty("refresh_token").GetString()!,
        };
        if (version >= ApiVersion.V7)
        {
            form["disable_antiforgery_token"] = "true";
        }

        return form;
    }

    public static async Task<HttpStatusCode> StatusWithAsync(TestHttp http, JsonElement pair)
    {
        http.Token = pair.GetProperty("access_token").GetString();
        using var answer = await http.GetAsync("JobSessions");
        return answer.StatusCode;
    }

    public static async Task AssertRefusedAsync(HttpResponseMessage answer, string error)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(body.Names(), Is.EqualTo(new[] { "error", "error_description" }));
        Assert.That(body.GetProperty("error").GetString(), Is.EqualTo(error));
    }
}
