using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;

namespace LogItems.Serialization;

/// <summary>Reads lists and maps element by element; an unreadable element becomes an empty one that records it.</summary>
internal static class WireCollections
{
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = ReflectionFallback.Justification)]
    public static IList ReadList(JsonReader reader, Type element, JsonSerializer serializer)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        while (reader.Read() && reader.TokenType != JsonToken.EndArray)
        {
            list.Add(ReadElement(reader, element, serializer));
        }

        return reader.TokenType == JsonToken.EndArray ? list : throw EndedEarly(reader);
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = ReflectionFallback.Justification)]
    public static IDictionary ReadMap(JsonReader reader, Type element, JsonSerializer serializer)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element))!;
        while (reader.Read() && reader.TokenType != JsonToken.EndObject)
        {
            if (reader.TokenType != JsonToken.PropertyName)
            {
                throw EndedEarly(reader);
            }

            var name = (string)reader.Value!;
            reader.Read();
            map[name] = ReadElement(reader, element, serializer);
        }

        return reader.TokenType == JsonToken.EndObject ? map : throw EndedEarly(reader);
    }

    public static void Write(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        switch (value)
        {
            case IOnDemand onDemand:
                Write(writer, onDemand.Map, serializer);
                break;
            case IDictionary map:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in map)
                {
                    writer.WritePropertyName((string)entry.Key);
                    WriteElement(writer, entry.Value, serializer);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (var element in list)
                {
                    WriteElement(writer, element, serializer);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteNull();
                break;
        }
    }

    private static void WriteElement(JsonWriter writer, object? element, JsonSerializer serializer) =>
        serializer.Serialize(writer, element is ApiModel { Replaces: { } token } ? token.Value : element);

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = ReflectionFallback.Justification)]
    private static object? ReadElement(JsonReader reader, Type type, JsonSerializer serializer)
    {
        var value = TolerantConverter.ReadValue(reader, type, serializer);
        if (value is not UnreadableToken unreadable)
        {
            return value;
        }

        if (!typeof(ApiModel).IsAssignableFrom(type))
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        var empty = (ApiModel)Activator.CreateInstance(type)!;
        empty.Replaces = unreadable;
        return empty;
    }

    private static JsonReaderException EndedEarly(JsonReader reader) =>
        new($"The body ended in the middle of a value at '{reader.Path}'.");
}
