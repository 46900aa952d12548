namespace LogItems.Serialization.Readers;

/// <summary>Readers of values, which can be combined for lists and maps of any depth.</summary>
internal static class ValueReaders
{
    public static ValueReader<string> Text { get; } = static (ref TokenReader reader, out string? value) => reader.TryText(out value);

    public static ValueReader<Guid> Guid { get; } = static (ref TokenReader reader, out Guid value) => reader.TryGuid(out value);

    public static ValueReader<DateTimeOffset> Time { get; } = static (ref TokenReader reader, out DateTimeOffset value) => reader.TryTime(out value);

    public static ValueReader<int> Int32 { get; } = static (ref TokenReader reader, out int value) => reader.TryInt32(out value);

    public static ValueReader<long> Int64 { get; } = static (ref TokenReader reader, out long value) => reader.TryInt64(out value);

    public static ValueReader<double> Double { get; } = static (ref TokenReader reader, out double value) => reader.TryDouble(out value);

    public static ValueReader<bool> Boolean { get; } = static (ref TokenReader reader, out bool value) => reader.TryBoolean(out value);

    /// <summary>Reads any value, as for extension data.</summary>
    public static ValueReader<object> Any { get; } = static (ref TokenReader reader, out object? value) =>
    {
        value = reader.Value();
        return true;
    };

    public static ValueReader<T> Object<T>()
        where T : ApiModel, new() => static (ref TokenReader reader, out T? value) => reader.TryObject(out value);

    public static ValueReader<IList<T>> Objects<T>()
        where T : ApiModel, new() => static (ref TokenReader reader, out IList<T>? value) => reader.TryObjects(out value);

    public static ValueReader<IDictionary<string, T>> ObjectMap<T>()
        where T : ApiModel, new() => static (ref TokenReader reader, out IDictionary<string, T>? value) => reader.TryObjectMap(out value);

    public static ValueReader<IList<T>> List<T>(ValueReader<T> element) =>
        (ref TokenReader reader, out IList<T>? value) => reader.TryList(element, out value);

    public static ValueReader<IDictionary<string, T>> Map<T>(ValueReader<T> element) =>
        (ref TokenReader reader, out IDictionary<string, T>? value) => reader.TryMap(element, out value);
}
