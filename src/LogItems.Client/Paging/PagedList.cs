namespace LogItems.Paging;

/// <summary>A list of the API in one version, and which of its items to read.</summary>
/// <param name="CreateRequest">Builds the request for the list, without offset and limit.</param>
/// <param name="HasPages">Whether the version documents offset and limit for it.</param>
internal sealed record PagedList<T>(Func<HttpRequestMessage> CreateRequest, bool HasPages)
{
    /// <summary>Gets whether the version defines the order of the items.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>The filter for items; null for all. The client applies it even if the server filters.</summary>
    public Func<T, bool>? Filter { get; init; }

    /// <summary>Gets whether the server applies the whole filter.</summary>
    public bool IsFilteredByServer { get; init; }

    /// <summary>Gets whether the server can apply offsets, because it counts the same items.</summary>
    public bool IsPositionedByServer => HasPages && (Filter is null || IsFilteredByServer);

    /// <summary>Builds the request for a page.</summary>
    public HttpRequestMessage CreatePageRequest(PageRequest page)
    {
        var request = CreateRequest();
        if (!page.IsUnpaged)
        {
            var address = request.RequestUri!.AbsoluteUri;
            request.RequestUri = new Uri($"{address}{(address.Contains('?') ? '&' : '?')}offset={page.Offset}&limit={page.Limit}");
        }

        return request;
    }
}
