namespace LogItems.Benchmarks;

/// <summary>A sum over everything that was read, so that all sides do the same work and can be seen to have done it.</summary>
internal struct Checksum
{
    public ulong Value { get; private set; }

    public void Add(int number) => Value = (Value * 31) + (uint)number;

    public void Add(Guid id) => Add(id.GetHashCode());

    public void Add(DateTimeOffset time) => Value = (Value * 31) + (ulong)time.Ticks + (ulong)time.TotalOffsetMinutes;

    /// <summary>Touches a text at both ends and in the middle.</summary>
    public void Add(string? text)
    {
        if (text is { Length: > 0 })
        {
            Value = (Value * 31) + ((ulong)text.Length << 32) + ((ulong)text[0] << 16) + text[^1] + text[text.Length / 2];
        }
    }

    public void Add(Guid id, int usn, string? title, int? type, string? message, DateTimeOffset start, DateTimeOffset? end, string? self, string? session)
    {
        Add(id);
        Add(usn);
        Add(title);
        Add(type ?? -1);
        Add(message);
        Add(start);
        Add(end ?? default);
        Add(self);
        Add(session);
    }
}
