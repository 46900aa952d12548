namespace LogItems.Paging;

/// <summary>What a page indicates about further pages.</summary>
internal enum PageEnd
{
    /// <summary>Nothing: only the next request shows whether there is another page.</summary>
    Unknown,

    /// <summary>There is another page.</summary>
    More,

    /// <summary>It is the last one.</summary>
    Last,
}
