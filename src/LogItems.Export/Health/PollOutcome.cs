namespace LogItems.Export.Health;

/// <summary>What came of a poll.</summary>
internal enum PollOutcome
{
    /// <summary>Everything that was new was read and delivered.</summary>
    Success,

    /// <summary>Some sessions could not be read; the others were delivered.</summary>
    Partial,

    /// <summary>The server could not be read.</summary>
    Failed,

    /// <summary>What was read could not be delivered, or its checkpoint not be stored.</summary>
    NotStored,

    /// <summary>The lease of the server expired while it was polled.</summary>
    LeaseLost,
}
