using LogItems.Serialization.Utf8;
using Newtonsoft.Json;

namespace LogItems.Serialization.Readers;

/// <summary>Objects, lists and maps.</summary>
internal ref partial struct TokenReader
{
    public bool TryObject<T>(out T? value)
        where T : ApiModel, new()
    {
        value = IsObject ? ObjectReaders.Of<T>().Read(ref this) : null;
        return value is not null;
    }

    /// <summary>An object of a type that has no reader of its own.</summary>
    public T FromNewtonsoft<T>()
        where T : ApiModel, new()
    {
        var json = Whole();
        return IsIncomplete ? new T() : JsonConvert.DeserializeObject<T>(Utf8Text.Decode(json), LogItemsJson.Settings)!;
    }

    /// <summary>A list of single values or lists; what cannot be read leaves the type's default value in its place.</summary>
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

    /// <summary>A list of objects; an element that is none leaves an empty object in its place that says so.</summary>
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

    /// <summary>A map of single values or lists.</summary>
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

    /// <summary>A map of objects; an element that is none leaves an empty object in its place that says so.</summary>
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

    /// <summary>The present value as an object, or an empty object in its place that says what was there.</summary>
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

    /// <summary>Goes on behind what was read past this reader: to the end of the array that it stands in.</summary>
    private void GoTo(int position, System.Text.Json.JsonReaderState state)
    {
        _start = position;
        _json = new System.Text.Json.Utf8JsonReader(_bytes[position..], _isLast, state);
        Read();
    }
}
