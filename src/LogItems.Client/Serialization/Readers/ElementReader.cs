using System.Text.Json;
using LogItems.Primitives;
using LogItems.Serialization.Utf8;

namespace LogItems.Serialization.Readers;

/// <summary>Reads the objects of an array one by one, from a buffer that may end in the middle of one.</summary>
/// <remarks>
/// A server writes the objects of an array in one layout, or in a few, so those of the previous objects are tried first. An object that matches none
/// of them is read token by token, and its layout is tried from then on.
/// </remarks>
internal sealed class ElementReader<T>
    where T : ApiModel, new()
{
    /// <summary>The number of consecutive objects with new layouts after which layouts are no longer used.</summary>
    private const int MaxMisses = 16;

    /// <summary>The number of elements from which the average length is estimated.</summary>
    private const int Sample = 16;

    private readonly ObjectReader<T> _reader = ObjectReaders.Of<T>();
    private readonly StringCache _strings;
    private readonly JsonReaderState _insideElement;
    private LayoutCache? _layouts;
    private int _misses;
    private bool _hasRead;

    /// <param name="state">The reader state at the start of the array.</param>
    /// <param name="depth">The nesting depth of the array.</param>
    /// <param name="strings">The cache of strings.</param>
    public ElementReader(JsonReaderState state, int depth, StringCache strings)
    {
        State = state;
        _strings = strings;

        // Inside an element, the array and the element itself are open.
        var depthLeft = StrictJson.MaxDepth - depth - 2;
        _layouts = depthLeft > 0 && _reader.ReadByLayout is not null ? new LayoutCache(_reader.PropertyOf!) : null;
        _insideElement = new JsonReaderState(new JsonReaderOptions { MaxDepth = Math.Max(depthLeft, 1) });
    }

    /// <summary>The reader state at the start of the array; used to continue after its end.</summary>
    public JsonReaderState State { get; }

    /// <summary>Reads the next object.</summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="isLast">Whether the buffer is the last one.</param>
    /// <param name="position">The position to begin at; then, the end of the object, or the bracket that ends the array.</param>
    /// <param name="element">The object.</param>
    /// <exception cref="JsonException">The data is not valid JSON.</exception>
    public ElementOutcome Read(ReadOnlySpan<byte> bytes, bool isLast, ref int position, out T? element)
    {
        element = null;
        var begin = position;
        var outcome = GoToElement(bytes, isLast, ref begin);
        if (outcome == ElementOutcome.End)
        {
            position = begin;
        }

        if (outcome != ElementOutcome.Element)
        {
            return outcome;
        }

        element = ReadByLayout(bytes, ref begin, out var hasNewLayout) ?? ReadTokens(bytes, isLast, ref begin, hasNewLayout);
        if (element is null)
        {
            return ElementOutcome.Incomplete;
        }

        position = begin;
        _hasRead = true;
        return ElementOutcome.Element;
    }

    /// <summary>Reads all remaining elements; null if the buffer ends before the array does.</summary>
    public List<T>? ReadAll(ReadOnlySpan<byte> bytes, bool isLast, ref int position)
    {
        var list = new List<T>();
        var begin = position;
        while (true)
        {
            switch (Read(bytes, isLast, ref position, out var element))
            {
                case ElementOutcome.Element:
                    list.Add(element!);
                    if (list.Count == Sample)
                    {
                        // Elements have about the same length, so the capacity of the list can be estimated.
                        list.EnsureCapacity(Math.Min((bytes.Length - begin) / ((position - begin) / Sample), PageLimit.Maximum));
                    }

                    break;
                case ElementOutcome.End:
                    return list;
                default:
                    return null;
            }
        }
    }

    private ElementOutcome GoToElement(ReadOnlySpan<byte> bytes, bool isLast, ref int position)
    {
        var next = StrictJson.SkipWhiteSpace(bytes, ref position);
        if (next == ']')
        {
            return ElementOutcome.End;
        }

        if (_hasRead && next >= 0)
        {
            if (next != ',')
            {
                throw new JsonException("Elements of an array are not separated by a comma.");
            }

            position++;
            next = StrictJson.SkipWhiteSpace(bytes, ref position);
            if (next == ']')
            {
                throw new JsonException("An array has a trailing comma.");
            }
        }

        return next >= 0 ? ElementOutcome.Element
            : isLast ? throw new JsonException("The body ended in the middle of an array.")
            : ElementOutcome.Incomplete;
    }

    private T? ReadByLayout(ReadOnlySpan<byte> bytes, ref int position, out bool hasNewLayout)
    {
        hasNewLayout = false;
        if (_layouts is null)
        {
            return null;
        }

        var reader = new LayoutReader(bytes, position, _layouts, _insideElement, _strings);
        var element = _reader.ReadByLayout!(ref reader);
        if (element is null)
        {
            hasNewLayout = reader.IsLaidOutDifferently;
            return null;
        }

        position = reader.Position;
        _misses = 0;
        return element;
    }

    private T? ReadTokens(ReadOnlySpan<byte> bytes, bool isLast, ref int position, bool hasNewLayout)
    {
        var reader = new TokenReader(bytes[position..], isLast, State, _strings);
        if (!reader.Read())
        {
            return null;
        }

        var isObject = reader.IsObject;
        var element = reader.ObjectOrReplacement<T>();
        if (reader.IsIncomplete)
        {
            return null;
        }

        if (isObject && hasNewLayout)
        {
            _layouts!.Add(bytes.Slice(position, reader.Position));
            _layouts = ++_misses < MaxMisses ? _layouts : null;
        }

        position += reader.Position;
        return element;
    }
}
