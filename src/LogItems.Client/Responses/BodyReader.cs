using System.Net;
using System.Text.Json;
using LogItems.Models;
using LogItems.Primitives;
using LogItems.Serialization.Readers;
using LogItems.Serialization.Utf8;

namespace LogItems.Responses;

/// <summary>Reads the body of a successful response, in any of the shapes that the contract allows.</summary>
internal static class BodyReader
{
    /// <param name="response">The response.</param>
    /// <param name="limit">The largest body, in bytes.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
        where T : ApiModel, new()
    {
        // Reading to the end first distinguishes a truncated body (HttpRequestException) from an invalid one.
        var body = new BodyBuffer(limit);
        try
        {
            await body.FillAsync(response.Content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is not HttpRequestException && BrokenBody.IsReasonOf(broken))
        {
            throw BrokenBody.Failure(response.RequestMessage, broken);
        }

        return body.IsTooLarge
            ? throw BodyLimit.OfWhole(response.RequestMessage, response.StatusCode, limit)
            : Read<T>(body.ToArray(), response.Content, response.RequestMessage);
    }

    /// <summary>Reads a body that was received completely.</summary>
    /// <exception cref="HttpRequestException">The body is truncated, which is not reported for a compressed body.</exception>
    /// <exception cref="LogItemsApiException">The body violates the contract.</exception>
    public static T Read<T>(byte[] body, HttpContent content, HttpRequestMessage? request)
        where T : ApiModel, new()
    {
        var json = Utf8Body.Of(body, content);
        try
        {
            return Read<T>(json.Span, request?.RequestUri);
        }
        catch (Exception exception) when (exception is JsonException or Newtonsoft.Json.JsonException)
        {
            throw StrictJson.IsCutOff(json.Span, StrictJson.Start)
                ? BrokenBody.Failure(request, exception)
                : Unexpected(body, json.Span, content, request, exception);
        }
    }

    private static T Read<T>(ReadOnlySpan<byte> json, Uri? request)
        where T : ApiModel, new()
    {
        var position = 0;
        if (StrictJson.SkipWhiteSpace(json, ref position) == '[')
        {
            return FromArray<T>(json, request);
        }

        if (typeof(IPage).IsAssignableFrom(typeof(T)))
        {
            EnsureItemsOnce(json);
        }

        return ModelDeserializer.For<T>().ReadObject<T>(json);
    }

    /// <summary>Rejects a second list of items, as for a page that is read while it is received.</summary>
    private static void EnsureItemsOnce(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: true, StrictJson.Start);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        var lists = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isItems = reader.ValueTextEquals("results"u8);
            reader.Read();
            if (isItems && reader.TokenType == JsonTokenType.StartArray && ++lists > 1)
            {
                throw new JsonException("The page has two lists of items.");
            }

            reader.Skip();
        }
    }

    /// <summary>Reads a bare array where the model is a page (v2 to v5), or one item (as documented for v3).</summary>
    private static T FromArray<T>(ReadOnlySpan<byte> json, Uri? request)
        where T : ApiModel, new()
    {
        var body = new T();
        switch (body)
        {
            case IPage page:
                page.ReadBareArray(json);
                return body;
            case IPaged:
                return Requested(ModelDeserializer.For<T>().ReadArray<T>(json), request);
            default:
                throw new JsonException($"The body is an array, not an object ({typeof(T).Name}).");
        }
    }

    private static T Requested<T>(IList<T> items, Uri? request)
    {
        var wanted = Guid.TryParse(request?.Segments[^1].TrimEnd('/'), out var id) ? items.FirstOrDefault(item => (item as IPaged)?.Id == id) : default;
        return wanted ?? (items.Count == 1 ? items[0] : throw new JsonException(
            $"The body is an array of {items.Count} items none of which is the requested one."));
    }

    /// <summary>Creates the exception for a body that violates the contract.</summary>
    public static LogItemsApiException Unexpected(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> json, HttpContent content, HttpRequestMessage? request, Exception exception)
    {
        var secret = KnownSecret.Of(request);
        var body = secret.RemoveFrom(BodyText.Decode(bytes, content));
        var (method, path) = ErrorReader.RequestOf(request);
        return new LogItemsApiException(
            $"{method} {path} returned 200 with {ErrorReader.Describe(body, content, secret)} that does not match the contract{PositionOf(json)}. "
            + "A proxy or a sign-in page probably responded instead, or the body was damaged in transit.",
            LogItemsApiErrorKind.UnexpectedResponse, HttpStatusCode.OK, method, path, body, innerException: exception);
    }

    /// <summary>The position of the first JSON error in a body; empty if the JSON is valid.</summary>
    private static string PositionOf(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return "";
        }

        try
        {
            StrictJson.Validate(json);
            return "";
        }
        catch (JsonException exception)
        {
            return exception is { LineNumber: { } line, BytePositionInLine: { } position } ? $" (line {line + 1}, position {position})" : "";
        }
    }
}
