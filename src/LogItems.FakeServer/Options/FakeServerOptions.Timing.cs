namespace LogItems.FakeServer;

public sealed partial class FakeServerOptions
{
    /// <summary>The delay of every response.</summary>
    /// <value>0 to 1 hour of real time; default 0.</value>
    public TimeSpan Latency { get; init; }

    /// <summary>Awaited before each item of a list of log items, when all that comes before it is on its way.</summary>
    /// <value>
    /// Takes the request and the place of the item in the list asked for: the page's first item is at the page's offset.
    /// Default null.
    /// </value>
    /// <remarks>
    /// A gate for tests: hold an answer back in the middle, then see what its reader does. Once the reader is gone it is not
    /// waited for any longer. While a fault works on the body, the body is on its way only when it is complete.
    /// </remarks>
    public Func<FakeRequest, long, ValueTask>? BeforeItem { get; init; }

    /// <summary>Gets whether the JSON of a session's items is kept, so that a list is copied instead of written.</summary>
    /// <value>Default false.</value>
    /// <remarks>
    /// For measuring a client. It takes one copy of all the session's items in memory, up to 2 GB, for each version and host name
    /// that they are asked for by, and another whenever the session's items change. Filtered and descending lists are written as
    /// usual, and so is every list where <see cref="BeforeItem"/> is set.
    /// </remarks>
    public bool PrepareResponses { get; init; }
}
