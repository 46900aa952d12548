namespace LogItems.FakeServer;

public sealed partial class FakeServerOptions
{
    /// <summary>The delay of every response.</summary>
    /// <value>0 to 1 hour of real time; default 0.</value>
    public TimeSpan Latency { get; init; }

    /// <summary>Awaited before each item of a list of log items, after everything before it has been sent.</summary>
    /// <value>
    /// Takes the request and the index of the item in the requested list: the page's first item is at the page's offset.
    /// Default null.
    /// </value>
    /// <remarks>
    /// A gate for tests that pause a response in the middle to observe its reader. Once the reader has disconnected, it is no
    /// longer awaited. A body that a fault changes is sent only when it is complete.
    /// </remarks>
    public Func<FakeRequest, long, ValueTask>? BeforeItem { get; init; }

    /// <summary>Gets whether the JSON of a session's items is kept, so that a list is copied instead of written.</summary>
    /// <value>Default false.</value>
    /// <remarks>
    /// For measuring a client. It keeps a copy of all the session's items in memory, up to 2 GB, for each version and host name
    /// that they are requested with, and a new one whenever the session's items change. Filtered and descending lists are written as
    /// usual, and so are all lists if <see cref="BeforeItem"/> is set.
    /// </remarks>
    public bool PrepareResponses { get; init; }
}
