namespace LogItems.Paging;

/// <summary>What a page says about pages after it.</summary>
internal enum PageEnd
{
    /// <summary>Nothing: only the next request can show it.</summary>
    Unknown,

    /// <summary>There is another page.</summary>
    More,

    /// <summary>It is the last one.</summary>
    Last,
}
