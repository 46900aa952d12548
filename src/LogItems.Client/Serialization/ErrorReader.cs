using System.Net;
using System.Text;
using System.Text.Json;

namespace LogItems;

/// <summary>Makes the exception for an answer that is no success.</summary>
internal static class ErrorReader
{
    private const int MessageLimit = 300;
    private const char ByteOrderMark = (char)0xFEFF;

    public static async Task<LogItemsApiException> ReadAsync(
        HttpResponseMessage response, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var body = await BodyText.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        var error = ReadError(body);
        var kind = KindOf(response.StatusCode);
        var code = error?.ErrorCode is { } known ? known.ToString() : error?.Unreadable("errorCode") as string;
        var (method, path) = RequestOf(response.RequestMessage);
        var message = WithoutToken(error?.Message, response);
        var said = message is { Length: > 0 }
            ? $": {OneLine(message)}"
            : $" and {Describe(body, response.Content)}";
        return new LogItemsApiException(
            $"{method} {path} was answered with {(int)response.StatusCode} {code ?? response.StatusCode.ToString()}{said}{Advice(kind)}",
            kind, response.StatusCode, method, path, body, code, message,
            RetryAfter.Of(response, timeProvider), DiagnosticsHandler.ElapsedSince(response.RequestMessage, timeProvider));
    }

    /// <summary>Method and path of a request; never the query.</summary>
    public static (HttpMethod Method, string Path) RequestOf(HttpRequestMessage? request) =>
        (request?.Method ?? HttpMethod.Get, request?.RequestUri?.AbsolutePath ?? "");

    /// <summary>A body in a few words: what it is, not what it says.</summary>
    public static string Describe(string body, HttpContent content) =>
        body.Length == 0 ? "no body" : $"a body of type {content.Headers.ContentType?.MediaType ?? "unknown"}";

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

    private static string Advice(LogItemsApiErrorKind kind) => kind switch
    {
        LogItemsApiErrorKind.AccessDenied => ". The token was not accepted, or the user may not read this; check the credential.",
        LogItemsApiErrorKind.NotFound => ". Check the identifiers; old sessions are deleted after their retention time.",
        LogItemsApiErrorKind.UnexpectedResponse => ". The service does not answer so; most likely a proxy or a sign-in page is in between.",
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

    /// <summary>A server may say in its message what was sent to it.</summary>
    private static string? WithoutToken(string? message, HttpResponseMessage response) =>
        response.RequestMessage?.Headers.Authorization?.Parameter is { Length: > 0 } token
            ? message?.Replace(token, "***")
            : message;

    private static string OneLine(string message)
    {
        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return line.Length <= MessageLimit ? line : line[..MessageLimit] + "…";
    }
}
