using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;

namespace LogItems.Serialization;

/// <summary>Reads the value of one property without ever failing: a value that does not fit becomes an <see cref="UnreadableToken"/>.</summary>
/// <param name="type">The property's type.</param>
/// <param name="acceptsNull">Whether the contract allows the property to be absent or null.</param>
internal sealed class TolerantConverter(Type type, bool acceptsNull) : JsonConverter
{
    private static readonly StringEnumConverter Words = new();

    private readonly Type _type = Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>Enums are written as their names, and an unreadable element as it was sent; everything else is up to the serializer.</summary>
    public override bool CanWrite =>
        _type.IsEnum || ElementOf(_type, typeof(IList<>)) is not null || ElementOf(_type, typeof(IDictionary<,>)) is not null;

    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        reader.TokenType == JsonToken.Null && acceptsNull ? null : ReadValue(reader, _type, serializer);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (_type.IsEnum)
        {
            Words.WriteJson(writer, value, serializer);
        }
        else
        {
            WireCollections.Write(writer, value, serializer);
        }
    }

    /// <summary>Reads a value of a type; the elements of lists and maps are read one by one, so that an unreadable one does not affect the others.</summary>
    public static object? ReadValue(JsonReader reader, Type type, JsonSerializer serializer)
    {
        if (ScalarReader.IsScalar(type))
        {
            return ScalarReader.TryRead(reader, type, out var value) ? value : Unreadable(reader);
        }

        return reader.TokenType switch
        {
            JsonToken.StartArray when ElementOf(type, typeof(IList<>)) is { } element => WireCollections.ReadList(reader, element, serializer),
            JsonToken.StartObject when ElementOf(type, typeof(IDictionary<,>)) is { } element => WireCollections.ReadMap(reader, element, serializer),
            JsonToken.StartObject when typeof(ApiModel).IsAssignableFrom(type) => serializer.Deserialize(reader, type),
            _ when type == typeof(object) => serializer.Deserialize(reader, type),
            _ when IsOurs(type) => Unreadable(reader),
            _ => ReadOther(reader, type, serializer),
        };
    }

    /// <summary>Reads a type that only Newtonsoft.Json can read.</summary>
    private static object ReadOther(JsonReader reader, Type type, JsonSerializer serializer)
    {
        var token = JToken.Load(reader);
        try
        {
            return token.ToObject(type, serializer) ?? UnreadableToken.Of(token);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            return UnreadableToken.Of(token);
        }
    }

    private static bool IsOurs(Type type) =>
        typeof(ApiModel).IsAssignableFrom(type) || ElementOf(type, typeof(IList<>)) is not null || ElementOf(type, typeof(IDictionary<,>)) is not null;

    private static Type? ElementOf(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GetGenericArguments()[^1] : null;

    private static UnreadableToken Unreadable(JsonReader reader) => UnreadableToken.Of(JToken.Load(reader));
}
