namespace LogItems.Export.Health;

/// <summary>The outcome of a poll.</summary>
internal enum PollOutcome
{
    /// <summary>All changes were read and delivered.</summary>
    Success,

    /// <summary>Some sessions could not be read; the others were delivered.</summary>
    Partial,

    /// <summary>The server could not be read.</summary>
    Failed,

    /// <summary>The changes could not be delivered, or their checkpoint not be stored.</summary>
    NotStored,

    /// <summary>The lease of the server expired while it was polled.</summary>
    LeaseLost,
}
