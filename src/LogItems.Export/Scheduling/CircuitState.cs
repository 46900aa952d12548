namespace LogItems.Export.Scheduling;

/// <summary>The state of the circuit of a server.</summary>
internal enum CircuitState
{
    /// <summary>The server is polled at its interval, after a failure later.</summary>
    Closed,

    /// <summary>The server has failed many times in a row and is not polled for a while.</summary>
    Open,

    /// <summary>One poll tests whether the server works again.</summary>
    HalfOpen,
}
