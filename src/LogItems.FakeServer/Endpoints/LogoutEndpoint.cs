using LogItems.FakeServer.Hosting;
using LogItems.FakeServer.Tokens;
using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Ends the token that the request came with.</summary>
internal sealed class LogoutEndpoint(TokenStore tokens) : IFakeEndpoint
{
    public string Operation => "Logout";

    public string Method => "POST";

    public string Route => "/token/logout";

    public ApiVersion Since => ApiVersion.V7;

    public bool IsAboutTokens => true;

    public Task AnswerAsync(FakeCall call)
    {
        if (BearerTokenValidator.TokenOf(call.Request) is { } token)
            tokens.Revoke(token);
        call.Response.StatusCode = call.Version == ApiVersion.V7 ? StatusCodes.Status200OK : StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
