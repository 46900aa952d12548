namespace LogItems.Serialization.Readers;

/// <summary>The readers by type.</summary>
internal static class ObjectReaders
{
    /// <summary>The reader of a type: the generated one, or else one that uses Newtonsoft.Json.</summary>
    public static ObjectReader<T> Of<T>()
        where T : ApiModel, new() => Cache<T>.Reader;

    /// <summary>The reader generated for a type; null if absent.</summary>
    public static ObjectReader<T>? GeneratedFor<T>()
        where T : ApiModel, new() => Cache<T>.Generated;

    private static class Cache<T>
        where T : ApiModel, new()
    {
        public static readonly ObjectReader<T>? Generated = new T().GeneratedReader as ObjectReader<T>;

        public static readonly ObjectReader<T> Reader =
            Generated
            ?? (ReflectionFallback.IsSupported
                ? new(static (ref TokenReader reader) => reader.FromNewtonsoft<T>())
                : throw new NotSupportedException($"No reader has been generated for {typeof(T).Name}."));
    }
}
