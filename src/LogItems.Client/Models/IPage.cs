namespace LogItems.Models;

/// <summary>A page of a list; implemented by the generated pages.</summary>
internal interface IPage
{
    /// <summary>The limit in effect, as the server echoes it.</summary>
    int? Limit { get; }

    /// <summary>The number of items of all pages; null if the server does not send it.</summary>
    int? TotalCount { get; }

    /// <summary>The links to other pages; null if the server sends none.</summary>
    IDictionary<string, Link>? Links { get; }

    /// <summary>Gets whether the server sent a bare array instead of a page.</summary>
    bool IsBareArray { get; }

    /// <summary>Marks the page as a bare array.</summary>
    void BecomeBareArray();

    /// <summary>Reads the items of a body that is a bare array.</summary>
    /// <param name="json">The body, in UTF-8 without a byte order mark.</param>
    void ReadBareArray(ReadOnlySpan<byte> json);
}
