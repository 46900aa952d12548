namespace LogItems.FakeServer;

/// <summary>The links that an item carries in <c>_links</c>.</summary>
[Flags]
public enum FakeLogItemLinks
{
    /// <summary>No link; <c>_links</c> is an empty object.</summary>
    None = 0,

    /// <summary><c>self</c>: the item.</summary>
    Self = 1,

    /// <summary><c>jobsessions</c>: the session that the item belongs to.</summary>
    /// <remarks>
    /// No body of a retrieval session's item is published; there the link is called <c>dataretrievalsessions</c>.
    /// </remarks>
    Session = 2,

    /// <summary>Both links, as services from v5 on answer.</summary>
    All = Self | Session,
}
