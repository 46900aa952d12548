using System.Text;
using LogItems.Serialization.Utf8;
using Newtonsoft.Json;

namespace LogItems.Serialization.Readers;

/// <summary>Reads strict JSON with Newtonsoft.Json, which by itself would accept comments, single quotes and more.</summary>
internal sealed class NewtonsoftEngine : ModelDeserializer
{
    public static NewtonsoftEngine Instance { get; } = new();

    public override T ReadObject<T>(ReadOnlySpan<byte> json)
    {
        using var reader = Open(json);
        return JsonSerializer.Create(LogItemsJson.Settings).Deserialize<T>(reader)
            ?? throw new JsonSerializationException("The body is null.");
    }

    public override IList<T> ReadArray<T>(ReadOnlySpan<byte> json)
    {
        using var reader = Open(json);
        reader.Read();
        return reader.TokenType == JsonToken.StartArray
            ? (IList<T>)WireCollections.ReadList(reader, typeof(T), JsonSerializer.Create(LogItemsJson.Settings))
            : throw new JsonSerializationException("The body is not an array.");
    }

    private static JsonTextReader Open(ReadOnlySpan<byte> json)
    {
        StrictJson.Validate(json);
        return new JsonTextReader(new StringReader(Encoding.UTF8.GetString(json))) { DateParseHandling = DateParseHandling.None };
    }
}
