namespace LogItems.Serialization.Readers;

/// <summary>Reads objects of one type: with its generated reader, or else with Newtonsoft.Json.</summary>
internal sealed class ObjectReader<T> : IObjectReader
    where T : ApiModel, new()
{
    private readonly ReadObject<T> _read;

    /// <param name="read">Reads an object, token by token.</param>
    public ObjectReader(ReadObject<T> read) => _read = read;

    public Type Type => typeof(T);

    /// <summary>The names of the properties on the wire; null if only Newtonsoft.Json knows them.</summary>
    public PropertyNames? Names { get; init; }

    /// <summary>Reads an object by the layout of a previous one; null if the type does not support it.</summary>
    public ReadObjectByLayout<T>? ReadByLayout { get; init; }

    /// <summary>Maps names to properties; null if the type does not support it.</summary>
    public NumberProperty? PropertyOf { get; init; }

    /// <summary>Copies an object with an identifier replaced; null if the type has more than texts and plain values.</summary>
    public CopyObject<T>? Copy { get; init; }

    /// <summary>Reads the object that the current token begins.</summary>
    public T Read(ref TokenReader reader) => _read(ref reader);
}
