using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LogItems.FakeServer.Tokens;

/// <summary>The form of a token request: user name and password, or a refresh token.</summary>
internal sealed class TokenRequest
{
    private const string AntiforgeryField = "disable_antiforgery_token";

    public string? Username { get; private init; }

    public string? Password { get; private init; }

    public string? RefreshToken { get; private init; }

    public bool DisableAntiforgery { get; private init; }

    /// <summary>Determines whether a version has the form field that disables the cookie.</summary>
    public static bool CanDisableAntiforgery(ApiVersion version) => Operations.CreateToken.HasFormField(AntiforgeryField, version);

    /// <exception cref="TokenErrorException">The form is not a valid token request.</exception>
    public static async Task<TokenRequest> ReadAsync(FakeCall call)
    {
        var form = await ReadFormAsync(call.Request);
        var disableAntiforgery = ReadAntiforgery(form, call.Version);
        return Field(form, "grant_type") switch
        {
            "password" => new TokenRequest
            {
                Username = Field(form, "username"),
                Password = Field(form, "password"),
                DisableAntiforgery = disableAntiforgery,
            },
            "refresh_token" => new TokenRequest
            {
                RefreshToken = Field(form, "refresh_token"),
                DisableAntiforgery = disableAntiforgery,
            },
            _ => throw new TokenErrorException("unsupported_grant_type", "Use password or refresh_token as grant_type."),
        };
    }

    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            throw Malformed("The content type is not application/x-www-form-urlencoded.");
        }

        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw Malformed("The body is not a form.");
        }
    }

    private static bool ReadAntiforgery(IFormCollection form, ApiVersion version)
    {
        if (!form.ContainsKey(AntiforgeryField))
        {
            return false;
        }

        if (!CanDisableAntiforgery(version))
        {
            throw Malformed($"The parameter {AntiforgeryField} is not known in {version.ToPathSegment()}.");
        }

        return bool.TryParse(Field(form, AntiforgeryField), out var disabled)
            ? disabled
            : throw Malformed($"The parameter {AntiforgeryField} is neither true nor false.");
    }

    private static string Field(IFormCollection form, string name) =>
        form[name] is [{ Length: > 0 } value] ? value : throw Malformed($"The parameter {name} must be given once.");

    private static TokenErrorException Malformed(string description) => new("invalid_request", description);
}
