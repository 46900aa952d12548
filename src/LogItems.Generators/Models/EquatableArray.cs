using System.Collections;

namespace LogItems.Generators;

/// <summary>An array with structural equality, as incremental pipelines require.</summary>
internal readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? _elements;

    public EquatableArray(IEnumerable<T> elements) => _elements = [.. elements];

    public int Count => Elements.Length;

    private T[] Elements => _elements ?? [];

    public T this[int index] => Elements[index];

    public bool Equals(EquatableArray<T> other) => Elements.AsSpan().SequenceEqual(other.Elements);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode() => Elements.Aggregate(Elements.Length, (hash, element) => unchecked((hash * 31) + element.GetHashCode()));

    public IEnumerator<T> GetEnumerator() => Elements.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
