namespace LogItems.Serialization.Readers;

/// <summary>How objects of one type are read: by the reader generated for it, or else by Newtonsoft.Json.</summary>
internal sealed class ObjectReader<T> : IObjectReader
    where T : ApiModel, new()
{
    private readonly ReadObject<T> _read;

    /// <param name="read">Reads an object, token by token.</param>
    public ObjectReader(ReadObject<T> read) => _read = read;

    public Type Type => typeof(T);

    /// <summary>The names of the properties on the wire; null if only Newtonsoft.Json knows them.</summary>
    public PropertyNames? Names { get; init; }

    /// <summary>Reads an object that is laid out as one before; null if the type is not read in this way.</summary>
    public ReadObjectAsBefore<T>? ReadAsBefore { get; init; }

    /// <summary>Tells properties by their names; null if the type is not read in this way.</summary>
    public NumberProperty? PropertyOf { get; init; }

    /// <summary>Copies an object that speaks of an identifier; null where the type holds more than texts and plain values.</summary>
    public CopyObject<T>? Copy { get; init; }

    /// <summary>Reads the object that the present token begins.</summary>
    public T Read(ref TokenReader reader) => _read(ref reader);
}
