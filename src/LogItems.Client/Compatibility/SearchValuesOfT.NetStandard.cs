namespace System.Buffers;

/// <summary>A set of bytes to search for.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal sealed class SearchValues<T>
{
    /// <summary>For each byte, whether it is in the set.</summary>
    public bool[] Contains { get; } = new bool[byte.MaxValue + 1];
}
