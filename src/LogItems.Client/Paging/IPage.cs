namespace LogItems;

/// <summary>What reading across pages needs to know of one page.</summary>
internal interface IPage<T>
{
    IList<T> Results { get; }

    /// <summary>The limit in effect, as the server echoes it.</summary>
    int? Limit { get; }

    /// <summary>How many items all pages have together; null where the server does not tell.</summary>
    int? TotalCount { get; }

    IReadOnlyDictionary<string, ResourceLink> Links { get; }

    bool IsBareArray { get; init; }

    /// <summary>The items that are still coming in; null where they are all there.</summary>
    IPageReader<T>? Incoming { get; }
}
