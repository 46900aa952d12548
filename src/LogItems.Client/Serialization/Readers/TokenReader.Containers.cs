using LogItems.Serialization.Utf8;
using Newtonsoft.Json;

namespace LogItems.Serialization.Readers;

/// <summary>Reads objects, lists and maps.</summary>
internal ref partial struct TokenReader
{
    public bool TryObject<T>(out T? value)
        where T : ApiModel, new()
    {
        value = IsObject ? ObjectReaders.Of<T>().Read(ref this) : null;
        return value is not null;
    }

    /// <summary>Reads an object of a type without a generated reader.</summary>
    public T FromNewtonsoft<T>()
        where T : ApiModel, new()
    {
        var json = Whole();
        return IsIncomplete ? new T() : JsonConvert.DeserializeObject<T>(Utf8Text.Decode(json), LogItemsJson.Settings)!;
    }

    /// <summary>Reads a list of single values or lists; an unreadable element becomes the type's default value.</summary>
    public bool TryList<T>(ValueReader<T> element, out IList<T>? list)
    {
        list = null;
        if (!IsArray)
        {
            return false;
        }

        list = new List<T>();
        while (NextElement())
        {
            list.Add(ReadOrDefault(element));
        }

        return true;
    }

    /// <summary>Reads a list of objects; an element that is not an object becomes an empty object that records it.</summary>
    public bool TryObjects<T>(out IList<T>? list)
        where T : ApiModel, new()
    {
        list = null;
        if (!IsArray)
        {
            return false;
        }

        var elements = new ElementReader<T>(State, _json.CurrentDepth, _strings);
        var position = Position;
        list = elements.ReadAll(_bytes, _isLast, ref position);
        if (list is null)
        {
            IsIncomplete = true;
            return true;
        }

        GoTo(position, elements.State);
        return true;
    }

    /// <summary>Reads a map of single values or lists.</summary>
    public bool TryMap<T>(ValueReader<T> element, out IDictionary<string, T>? map)
    {
        map = null;
        if (!IsObject)
        {
            return false;
        }

        map = new Dictionary<string, T>();
        while (NextProperty())
        {
            var name = _strings.Get(Name);
            map[name] = ReadOrDefault(element);
        }

        return true;
    }

    /// <summary>Reads a map of objects; a value that is not an object becomes an empty object that records it.</summary>
    public bool TryObjectMap<T>(out IDictionary<string, T>? map)
        where T : ApiModel, new()
    {
        map = null;
        if (!IsObject)
        {
            return false;
        }

        var outside = _repeats;
        _repeats = true;
        map = new Dictionary<string, T>();
        while (NextProperty())
        {
            var name = _strings.Get(Name);
            map[name] = ObjectOrReplacement<T>();
        }

        _repeats = outside;
        return true;
    }

    /// <summary>Reads the current value as an object, or an empty object that records the actual value.</summary>
    public T ObjectOrReplacement<T>()
        where T : ApiModel, new() =>
        IsObject ? ObjectReaders.Of<T>().Read(ref this) : new T { Replaces = new UnreadableToken(Value()) };

    private T ReadOrDefault<T>(ValueReader<T> element)
    {
        if (element(ref this, out var value))
        {
            return value!;
        }

        Skip();
        return default!;
    }

    /// <summary>Continues after data that was read without this reader, at the end of the current array.</summary>
    private void GoTo(int position, System.Text.Json.JsonReaderState state)
    {
        _start = position;
        _json = new System.Text.Json.Utf8JsonReader(_bytes[position..], _isLast, state);
        Read();
    }
}
