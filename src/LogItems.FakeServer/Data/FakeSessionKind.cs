namespace LogItems.FakeServer;

/// <summary>The resource that a session belongs to.</summary>
public enum FakeSessionKind
{
    /// <summary>A run of a backup or backup copy job, below <c>/JobSessions</c>.</summary>
    Job,

    /// <summary>A retrieval of archived data, below <c>/DataRetrievalSessions</c>; v6 and later.</summary>
    DataRetrieval,
}
