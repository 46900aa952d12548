namespace LogItems.Export.Scheduling;

/// <summary>The state of the circuit of a server.</summary>
internal enum CircuitState
{
    /// <summary>The server is polled at its interval, or less often after failures.</summary>
    Closed,

    /// <summary>The server has failed many times in a row and is not polled for some time.</summary>
    Open,

    /// <summary>One poll tests whether the server works again.</summary>
    HalfOpen,
}
