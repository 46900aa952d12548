namespace LogItems.Serialization.Utf8;

/// <summary>The minute of the time that was read last: most times on a page are in the same one as the time before.</summary>
internal struct Minute
{
    /// <summary>Date, hour and minute as they are written, 8 bytes each time.</summary>
    public (ulong First, ulong Second) Text;

    /// <summary>The same in ticks; 0 where there was none.</summary>
    public long Ticks;
}
