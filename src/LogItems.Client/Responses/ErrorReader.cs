using System.Net;
using System.Text;
using System.Text.Json;
using LogItems.Primitives;
using LogItems.Serialization.Readers;

namespace LogItems.Responses;

/// <summary>Creates the exception for an error response.</summary>
internal static class ErrorReader
{
    private const char ByteOrderMark = (char)0xFEFF;

    public static async Task<LogItemsApiException> ReadAsync(
        HttpResponseMessage response, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var text = await BodyText.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        var secret = KnownSecret.Of(response.RequestMessage);
        var error = ReadError(text);
        var kind = KindOf(response.StatusCode);
        var code = CodeOf(error, secret);
        var (method, path) = RequestOf(response.RequestMessage);
        var message = error?.Message is { } sent ? secret.RemoveFrom(sent) : null;
        var found = message is { Length: > 0 }
            ? $": {PlainText.OneLine(message).TrimEnd('.')}"
            : $" and {Describe(text, response.Content, secret)}";
        return new LogItemsApiException(
            $"{method} {path} returned {(int)response.StatusCode}{NameOf(response.StatusCode, code)}{found}{Advice(kind, response.StatusCode)}",
            kind, response.StatusCode, method, path, secret.RemoveFrom(text), code, message,
            RetryAfter.Of(response, timeProvider), DiagnosticsHandler.ElapsedSince(response.RequestMessage, timeProvider));
    }

    /// <summary>The method and path of a request; never the query.</summary>
    public static (HttpMethod Method, string Path) RequestOf(HttpRequestMessage? request) =>
        (request?.Method ?? HttpMethod.Get, request?.RequestUri?.AbsolutePath ?? "");

    /// <summary>A short description of a body: its media type, not its content.</summary>
    public static string Describe(string body, HttpContent content, KnownSecret secret)
    {
        var type = content.Headers.ContentType?.MediaType;
        return body.Length == 0 ? "no body"
            : type is null || type.Length > 64 || secret.IsIn(type) ? "a body of unknown type"
            : $"a body of type {type}";
    }

    /// <summary>The server's error code, known or not, if it is a single word that contains no secret.</summary>
    private static string? CodeOf(Error? error, KnownSecret secret)
    {
        var code = error?.ErrorCode is { } known ? known.ToString() : error?.Unreadable("errorCode") as string;
        return code is not null && PlainText.IsWord(code) && !secret.IsIn(code) ? code : null;
    }

    private static string NameOf(HttpStatusCode status, string? code) =>
        code is not null ? $" {code}" : char.IsAsciiDigit($"{status}"[0]) ? "" : $" {status}";

    private static LogItemsApiErrorKind KindOf(HttpStatusCode status) => (int)status switch
    {
        400 => LogItemsApiErrorKind.BadRequest,
        401 or 403 => LogItemsApiErrorKind.AccessDenied,
        404 => LogItemsApiErrorKind.NotFound,
        429 => LogItemsApiErrorKind.Throttled,
        408 or 500 or 502 or 503 or 504 => LogItemsApiErrorKind.Unavailable,
        < 400 => LogItemsApiErrorKind.UnexpectedResponse,
        _ => LogItemsApiErrorKind.Other,
    };

    private static string Advice(LogItemsApiErrorKind kind, HttpStatusCode status) => kind switch
    {
        LogItemsApiErrorKind.AccessDenied when status == HttpStatusCode.Forbidden =>
            ". The user is signed in but has no permission for this; check the user's role on the backup server.",
        LogItemsApiErrorKind.AccessDenied => ". The token was not accepted; check the credential.",
        LogItemsApiErrorKind.NotFound => ". Check the identifiers; old sessions are deleted after their retention time.",
        LogItemsApiErrorKind.UnexpectedResponse => ". The contract has no such response; a proxy or a sign-in page probably responded instead.",
        LogItemsApiErrorKind.Throttled or LogItemsApiErrorKind.Unavailable => ". Try again later.",
        _ => ".",
    };

    private static Error? ReadError(string body)
    {
        try
        {
            return ModelDeserializer.For<Error>().ReadObject<Error>(Encoding.UTF8.GetBytes(body.TrimStart(ByteOrderMark)));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
