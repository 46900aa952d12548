using System.Text.Json;
using LogItems.Primitives;
using LogItems.Serialization.Utf8;

namespace LogItems.Serialization.Readers;

/// <summary>Reads the objects of an array one by one, from a buffer that may end in the middle of one.</summary>
/// <remarks>
/// A server writes the objects of an array in one layout, or in a few, so those of the objects before are tried first. What none
/// of them fits is read token by token, and its layout is tried from then on.
/// </remarks>
internal sealed class ElementReader<T>
    where T : ApiModel, new()
{
    /// <summary>So many objects in a row that had layouts of their own mean that there are none to be found.</summary>
    private const int MostMisses = 16;

    /// <summary>So many elements tell how long the others are.</summary>
    private const int Sample = 16;

    private readonly ObjectReader<T> _reader = ObjectReaders.Of<T>();
    private readonly StringCache _strings;
    private readonly JsonReaderState _insideElement;
    private LayoutCache? _layouts;
    private int _misses;
    private bool _hasRead;

    /// <param name="state">Where in the document the array has just begun.</param>
    /// <param name="depth">How deep the array stands.</param>
    /// <param name="strings">The strings that were read before.</param>
    public ElementReader(JsonReaderState state, int depth, StringCache strings)
    {
        State = state;
        _strings = strings;

        // Inside an element the array and the element itself are open.
        var depthLeft = StrictJson.MaxDepth - depth - 2;
        _layouts = depthLeft > 0 && _reader.ReadAsBefore is not null ? new LayoutCache(_reader.PropertyOf!) : null;
        _insideElement = new JsonReaderState(new JsonReaderOptions { MaxDepth = Math.Max(depthLeft, 1) });
    }

    /// <summary>Where in the document the array has just begun; to be gone on with at its end.</summary>
    public JsonReaderState State { get; }

    /// <summary>Reads the next object.</summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="isLast">Whether nothing comes after the buffer.</param>
    /// <param name="position">Where in the buffer to begin; then, where the object ended, or the bracket that ends the array.</param>
    /// <param name="element">The object.</param>
    /// <exception cref="JsonException">What comes next is no JSON.</exception>
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

        element = ReadAsBefore(bytes, ref begin, out var hasNewLayout) ?? ReadTokens(bytes, isLast, ref begin, hasNewLayout);
        if (element is null)
        {
            return ElementOutcome.Incomplete;
        }

        position = begin;
        _hasRead = true;
        return ElementOutcome.Element;
    }

    /// <summary>Reads all that is left; null if the buffer ends before the array does.</summary>
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
                        // Elements are about the same length, so their number can be told before the list has grown to it.
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

    private T? ReadAsBefore(ReadOnlySpan<byte> bytes, ref int position, out bool hasNewLayout)
    {
        hasNewLayout = false;
        if (_layouts is null)
        {
            return null;
        }

        var reader = new LayoutReader(bytes, position, _layouts, _insideElement, _strings);
        var element = _reader.ReadAsBefore!(ref reader);
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
            _layouts = ++_misses < MostMisses ? _layouts : null;
        }

        position += reader.Position;
        return element;
    }
}
