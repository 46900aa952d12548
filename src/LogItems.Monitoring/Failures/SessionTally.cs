namespace LogItems.Monitoring.Failures;

/// <summary>The failures of one session that belong to one group.</summary>
internal sealed class SessionTally
{
    private DistinctValues<string> _objects;
    private DistinctValues<string> _causes;

    public SpanTally InSpan { get; } = new();

    public SpanTally Before { get; } = new();

    public DateTimeOffset? First { get; private set; }

    /// <summary>The time of the last failure, or that of its session if it has none.</summary>
    public DateTimeOffset? Last { get; private set; }

    public LogItem LastItem { get; private set; } = null!;

    /// <summary>The signature with the first object name in sort order, so that the order of reading does not matter.</summary>
    public FailureSignature Example { get; private set; } = null!;

    public ref readonly DistinctValues<string> Objects => ref _objects;

    public ref readonly DistinctValues<string> Causes => ref _causes;

    public void Add(LogItem item, FailureSignature signature, ReadSession session)
    {
        var (isInSpan, night) = session.Assign(item);
        (isInSpan ? InSpan : Before).Add(item.Level, night);
        _objects.Add(signature.ObjectKey);
        _causes.Add(signature.Cause);
        Example = Preferred(Example, signature);
        var time = item.StartedAt ?? session.Session.StartedAt;
        First = First is null || time < First ? time : First;
        if (LastItem is null || IsLater(time, item.Usn, Last, LastItem.Usn))
        {
            (Last, LastItem) = (time, item);
        }
    }

    public static FailureSignature Preferred(FailureSignature? one, FailureSignature other) =>
        one is null || string.CompareOrdinal(other.ObjectName, one.ObjectName) < 0 ? other : one;

    private static bool IsLater(DateTimeOffset? time, long number, DateTimeOffset? last, long lastNumber) =>
        Nullable.Compare(time, last) is var order && (order > 0 || (order == 0 && number > lastNumber));
}
