using System.Net;
using Newtonsoft.Json;

namespace LogItems;

public partial class LogItemsClient
{
    static partial void UpdateJsonSerializerSettings(JsonSerializerSettings settings) => LogItemsJson.Configure(settings);

    // CUSTOM: one place refuses every status but success, declared in the contract or not.
    private async Task ProcessResponseAsync(HttpClient client, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NoContent))
        {
            throw await ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<LogItemsApiException> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        ErrorReader.ReadAsync(response, _options.TimeProvider, cancellationToken);

    private async Task<T> ReadBodyAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class
    {
        if (StreamingResponse.IsMarked(response.RequestMessage))
        {
            var incoming = await StreamingResponse.TakeAsync(response, _options, cancellationToken).ConfigureAwait(false);
            return (T)(object)(typeof(T) == typeof(JobSessionPage)
                ? new JobSessionPage { Incoming = new(incoming, _address) }
                : new LogItemPage { Incoming = new(incoming, _address) });
        }

        var body = await BodyReader.ReadAsync<T>(response, cancellationToken).ConfigureAwait(false);
        (body as ILinked)?.BindTo(_address);
        return body;
    }
}
