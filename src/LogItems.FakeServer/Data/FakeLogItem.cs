namespace LogItems.FakeServer;

/// <summary>One operation of a session, as data; each version's wire form is derived from it.</summary>
public sealed record FakeLogItem
{
    /// <summary>The item's ID.</summary>
    /// <value>Default: a new random ID.</value>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>The order number of the operation in its session.</summary>
    /// <value>By convention counted from 1; not checked. Default 0.</value>
    public int Usn { get; init; }

    /// <summary>The level, written as is.</summary>
    /// <value>
    /// Any text; v8 knows Running, Warning, Error, Success and Stop, titles were also seen with Failed. Default <c>Success</c>.
    /// </value>
    /// <remarks>v7 and below write it as the title's prefix <c>[Type] </c>, v8 as <c>type</c>.</remarks>
    public string Type { get; init; } = "Success";

    /// <summary>The text of the item, without the level.</summary>
    public required string Message { get; init; }

    /// <summary>The start time; its UTC offset is kept on the wire.</summary>
    public required DateTimeOffset CreationTime { get; init; }

    /// <summary>The end time; null while the operation is running.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>The links of the item.</summary>
    /// <value>Default <see cref="FakeLogItemLinks.All"/>.</value>
    public FakeLogItemLinks Links { get; init; } = FakeLogItemLinks.All;
}
