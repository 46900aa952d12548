using Newtonsoft.Json;

namespace LogItems;

/// <summary>Reads the body of a successful answer, in any of the shapes that the contract knows.</summary>
internal static class BodyReader
{
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class
    {
        // Reading to the end first keeps a body that breaks off (HttpRequestException) apart from one that is wrong.
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var text = new StreamReader(new MemoryStream(body), BodyText.Encoding(response.Content));
            using var json = new JsonTextReader(text);
            return Read<T>(json, response.RequestMessage?.RequestUri);
        }
        catch (JsonException exception)
        {
            throw Unexpected(response, body, exception);
        }
    }

    private static T Read<T>(JsonTextReader json, Uri? request)
        where T : class
    {
        var serializer = JsonSerializer.Create(LogItemsJson.Settings);
        while (json.Read() && json.TokenType == JsonToken.Comment)
        {
        }

        var body = json.TokenType == JsonToken.StartArray
            ? FromArray<T>(json, serializer, request)
            : serializer.Deserialize<T>(json);
        while (json.Read())
        {
            if (json.TokenType != JsonToken.Comment)
            {
                throw new JsonReaderException("There is something behind the end of the JSON value.");
            }
        }

        return body ?? throw new JsonSerializationException("The body is empty or null.");
    }

    /// <summary>A bare array where the model has a page (v2 to v5), or where it has one item (as printed for v3).</summary>
    private static T? FromArray<T>(JsonTextReader json, JsonSerializer serializer, Uri? request)
        where T : class
    {
        if (typeof(T) == typeof(LogItemPage))
        {
            return new LogItemPage { Results = Items<LogItem>(), IsBareArray = true } as T;
        }

        if (typeof(T) == typeof(JobSessionPage))
        {
            return new JobSessionPage { Results = Items<JobSession>(), IsBareArray = true } as T;
        }

        if (typeof(T) == typeof(LogItem))
        {
            var items = Items<LogItem>();
            var wanted = Guid.TryParse(request?.Segments[^1].TrimEnd('/'), out var id) ? items.FirstOrDefault(item => item.Id == id) : null;
            return (wanted ?? (items.Count == 1 ? items[0] : throw new JsonSerializationException(
                $"The body is an array of {items.Count} items and the one asked for is not among them."))) as T;
        }

        throw new JsonSerializationException($"The body is an array, not an object ({typeof(T).Name}).");

        IList<TItem> Items<TItem>() => (IList<TItem>)WireCollections.ReadList(json, typeof(TItem), serializer);
    }

    private static LogItemsApiException Unexpected(HttpResponseMessage response, byte[] bytes, JsonException exception)
    {
        var body = BodyText.Decode(bytes, response.Content);
        var (method, path) = ErrorReader.RequestOf(response);
        var position = exception is JsonReaderException { LineNumber: > 0 } reader
            ? $" (line {reader.LineNumber}, position {reader.LinePosition})"
            : "";
        return new LogItemsApiException(
            $"{method} {path} was answered with 200, but with {ErrorReader.Describe(body, response.Content)} that is not what the contract says{position}. "
            + "Most likely a proxy or a sign-in page is in between, or the body was damaged on the way.",
            LogItemsApiErrorKind.UnexpectedResponse, response.StatusCode, method, path, body, innerException: exception);
    }
}
