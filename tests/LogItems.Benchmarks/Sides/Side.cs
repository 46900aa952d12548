namespace LogItems.Benchmarks;

/// <summary>One way to read the page.</summary>
internal abstract class Side
{
    /// <summary>Reads the page into objects.</summary>
    public abstract object Decode();

    /// <summary>Sums up every property of every item that was read.</summary>
    public abstract ulong Sum(object page);
}
