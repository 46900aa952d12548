using System.Net;
using LogItems.Models;
using LogItems.Responses;
using LogItems.Streaming;
using LogItems.Transport;

namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>Sends the request of a generated operation and reads its result.</summary>
    private Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
        where T : ApiModel, new() => UntilDisposedAsync(
            async token =>
            {
                using var response = await SendAsync(request, HttpStatusCode.OK, token).ConfigureAwait(false);
                var body = await ReceiveAsync(
                    response, until => BodyReader.ReadAsync<T>(response, _options.MaxBufferSize, until), token).ConfigureAwait(false);
                body.BindTo(_address);
                return body;
            },
            cancellationToken);

    /// <summary>Sends the request of a generated operation that has no result.</summary>
    private async Task SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await UntilDisposedAsync(token => SendAsync(request, HttpStatusCode.NoContent, token), cancellationToken).ConfigureAwait(false);
        response.Dispose();
    }

    /// <summary>Sends a request for a page whose items are read while they are received.</summary>
    private async Task<IPageReader<T>> OpenPageAsync<TPage, T>(HttpRequestMessage request, int ahead, CancellationToken cancellationToken)
        where TPage : ApiModel, IPage<T>, new()
        where T : ApiModel, new()
    {
        StreamingResponse.Request(request);
        using var response = await SendAsync(request, HttpStatusCode.OK, cancellationToken).ConfigureAwait(false);
        var body = await StreamingResponse.TakeAsync(response, ahead, _options, cancellationToken).ConfigureAwait(false);
        return new StreamingPage<TPage, T>(body, _address);
    }

    /// <summary>Sends a request and throws for every status other than 200 and the expected one.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        var response = await DispatchAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.OK || response.StatusCode == expected)
        {
            return response;
        }

        using (response)
        {
            throw await ReceiveAsync(
                response, until => ErrorReader.ReadAsync(response, _options.TimeProvider, until), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Receives a body. The timeout of the caller's own HttpClient ends with the headers, so it is applied to the body as well.</summary>
    private async Task<T> ReceiveAsync<T>(HttpResponseMessage response, Func<CancellationToken, Task<T>> receive, CancellationToken cancellationToken)
    {
        if (_httpClient.Timeout == Timeout.InfiniteTimeSpan)
        {
            return await receive(cancellationToken).ConfigureAwait(false);
        }

        using var timeout = _options.TimeProvider.CreateCancellationTokenSource(_httpClient.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await receive(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var (method, path) = ErrorReader.RequestOf(response.RequestMessage);
            throw new TimeoutException(
                $"{method} {path} returned {(int)response.StatusCode}, but the body did not arrive within {_httpClient.Timeout.TotalSeconds:0.#} s, the "
                + "timeout of the HttpClient.");
        }
    }

    /// <summary>Sends a request with the options of the client and of the call.</summary>
    private async Task<HttpResponseMessage> DispatchAsync(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        UserAgent.AddTo(request, _options);
        _requestOptions?.ApplyTo(request);
        var response = await _httpClient.SendAsync(request, completion, cancellationToken).ConfigureAwait(false);
        try
        {
            _requestOptions?.OnResponse?.Invoke(response);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
