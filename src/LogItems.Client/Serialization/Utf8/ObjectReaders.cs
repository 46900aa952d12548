namespace LogItems;

/// <summary>The readers by type.</summary>
internal static partial class ObjectReaders
{
    /// <summary>The reader of a type: the generated one, or else one that asks Newtonsoft.Json.</summary>
    public static ObjectReader<T> Of<T>()
        where T : ApiModel, new() => Cache<T>.Reader;

    /// <summary>The <see cref="ObjectReader{T}"/> generated for a type; null if there is none.</summary>
    public static partial object? Find(Type type);

    private static class Cache<T>
        where T : ApiModel, new()
    {
        public static readonly ObjectReader<T> Reader =
            Find(typeof(T)) as ObjectReader<T>
            ?? (ReflectionFallback.IsSupported
                ? new(static (ref TokenReader reader) => reader.FromNewtonsoft<T>())
                : throw new NotSupportedException($"No reader has been generated for {typeof(T).Name}."));
    }
}
