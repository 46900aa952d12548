using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Tokens;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Revokes the token of the request.</summary>
internal sealed class LogoutEndpoint(TokenStore tokens) : IFakeEndpoint
{
    public ContractOperation Operation => Operations.Logout;

    public bool IsTokenOperation => true;

    public Task AnswerAsync(FakeCall call)
    {
        if (BearerTokenValidator.TokenOf(call.Request) is { } token)
        {
            tokens.Revoke(token);
        }

        call.Response.StatusCode = Operation.SuccessStatus(call.Version);
        return Task.CompletedTask;
    }
}
