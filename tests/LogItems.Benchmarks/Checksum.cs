namespace LogItems.Benchmarks;

/// <summary>A sum over everything that was read, so that all sides do the same work and can be seen to have done it.</summary>
/// <remarks>It proves the work and must not be the work: additions that do not wait for each other.</remarks>
internal struct Checksum
{
    public ulong Value { get; private set; }

    public void Add(Guid id, long usn, string? title, int? type, string? message, DateTimeOffset start, DateTimeOffset? end, string? self, string? session)
    {
        var item = (uint)id.GetHashCode() + ((ulong)usn * 3) + (Of(title) * 5) + ((ulong)(type ?? -1) * 7) + (Of(message) * 11)
            + (Of(start) * 13) + (Of(end ?? default) * 17) + (Of(self) * 19) + (Of(session) * 23);
        Value = ulong.RotateLeft(Value, 1) + item;
    }

    private static ulong Of(DateTimeOffset time) => (ulong)time.Ticks + (ulong)time.TotalOffsetMinutes;

    /// <summary>Touches a text at both ends and in the middle.</summary>
    private static ulong Of(string? text) =>
        text is { Length: > 0 } ? ((ulong)text.Length << 32) + ((ulong)text[0] << 16) + text[^1] + text[text.Length / 2] : 0;
}
