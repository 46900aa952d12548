namespace LogItems.Serialization.Utf8;

/// <summary>The minute of the time value that was read last: most times on a page are in the same minute as the previous one.</summary>
internal struct Minute
{
    /// <summary>The date, hour and minute as written, 8 bytes each.</summary>
    public (ulong First, ulong Second) Text;

    /// <summary>The same in ticks; 0 if there was none.</summary>
    public long Ticks;
}
