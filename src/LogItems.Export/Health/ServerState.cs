namespace LogItems.Export.Health;

/// <summary>The state of a server of the export.</summary>
internal enum ServerState
{
    /// <summary>The server has not been polled yet.</summary>
    Waiting,

    /// <summary>The last poll succeeded.</summary>
    Ok,

    /// <summary>The last poll failed, and the server is polled later and later; or the first poll hangs.</summary>
    Failing,

    /// <summary>The server has failed many times in a row and is polled rarely.</summary>
    CircuitOpen,
}
