namespace LogItems.Serialization.Readers;

/// <summary>Reads JSON into models. The two implementations produce the same objects and reject the same bodies.</summary>
internal abstract class ModelDeserializer
{
    /// <summary>The generated readers.</summary>
    public static ModelDeserializer Utf8 { get; } = new Utf8Engine();

    /// <summary>Newtonsoft.Json, which reads every type.</summary>
    public static ModelDeserializer Newtonsoft => NewtonsoftEngine.Instance;

    /// <summary>The fastest deserializer for a type.</summary>
    /// <exception cref="NotSupportedException">The type has no generated reader, and reflection is not available.</exception>
    public static ModelDeserializer For<T>()
        where T : ApiModel, new() => ObjectReaders.GeneratedFor<T>() is null && ReflectionFallback.IsSupported ? Newtonsoft : Utf8;

    /// <summary>Reads a body that is one object.</summary>
    /// <param name="json">The body, in UTF-8 without a byte order mark.</param>
    /// <exception cref="System.Text.Json.JsonException">The body is something else, or not valid JSON.</exception>
    /// <exception cref="global::Newtonsoft.Json.JsonException">The same.</exception>
    public abstract T ReadObject<T>(ReadOnlySpan<byte> json)
        where T : ApiModel, new();

    /// <summary>Reads a body that is an array of objects.</summary>
    /// <param name="json">The body, in UTF-8 without a byte order mark.</param>
    /// <exception cref="System.Text.Json.JsonException">The body is something else, or not valid JSON.</exception>
    /// <exception cref="global::Newtonsoft.Json.JsonException">The same.</exception>
    public abstract IList<T> ReadArray<T>(ReadOnlySpan<byte> json)
        where T : ApiModel, new();
}
