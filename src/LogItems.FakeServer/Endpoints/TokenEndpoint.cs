using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.State;
using LogItems.FakeServer.Tokens;
using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Issues tokens for a password or a refresh token.</summary>
internal sealed class TokenEndpoint(FakeState state) : IFakeEndpoint
{
    public ContractOperation Operation => Operations.CreateToken;

    public bool IsAnonymous => true;

    public bool IsTokenOperation => true;

    public async Task AnswerAsync(FakeCall call)
    {
        call.Response.Headers.CacheControl = "no-store";
        try
        {
            var request = await TokenRequest.ReadAsync(call);
            await SendAsync(call, Grant(call, request));
        }
        catch (TokenErrorException error)
        {
            call.Response.StatusCode = StatusCodes.Status400BadRequest;
            await call.SendAsync(json => WriteError(json, error));
        }
    }

    private TokenPair Grant(FakeCall call, TokenRequest request)
    {
        var antiforgery = state.Options.RequiresAntiforgeryCookie
            && TokenRequest.CanDisableAntiforgery(call.Version)
            && !request.DisableAntiforgery;
        if (request.RefreshToken is { } refreshToken)
        {
            return state.Tokens.Refresh(refreshToken, call.Request.Cookies[BearerTokenValidator.AntiforgeryCookie], antiforgery)
                ?? throw new TokenErrorException("invalid_grant", "The refresh token is invalid or was already used.");
        }

        // Both are always compared, so the response time does not reveal which of them was wrong.
        var known = Secret.Equal(request.Username!, state.Options.Username)
            & Secret.Equal(request.Password!, state.Options.Password);
        return known
            ? state.Tokens.Issue(antiforgery)
            : throw new TokenErrorException("invalid_grant", "The user name or password is incorrect.");
    }

    private Task SendAsync(FakeCall call, TokenPair pair)
    {
        if (pair.Antiforgery is { } antiforgery)
        {
            call.Response.Cookies.Append(
                BearerTokenValidator.AntiforgeryCookie,
                antiforgery,
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        }

        return call.SendAsync(json => WritePair(json, pair));
    }

    private void WritePair(Utf8JsonWriter json, TokenPair pair)
    {
        json.WriteStartObject();
        json.WriteString("access_token"u8, pair.AccessToken);
        json.WriteString("token_type"u8, "bearer"u8);
        json.WriteString("refresh_token"u8, pair.RefreshToken);
        json.WriteNumber("expires_in"u8, (int)state.Options.TokenLifetime.TotalSeconds);
        json.WriteString(".issued"u8, pair.Issued.ToString("R"));
        json.WriteString(".expires"u8, pair.Expires.ToString("R"));
        json.WriteString("userName"u8, state.Options.Username);
        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, TokenErrorException error)
    {
        json.WriteStartObject();
        json.WriteString("error"u8, error.Error);
        json.WriteString("error_description"u8, error.Message);
        json.WriteEndObject();
    }
}
