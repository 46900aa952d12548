using System.Text.Json;
using LogItems.Serialization.Utf8;

namespace LogItems.Serialization.Readers;

/// <summary>Reads with the generated readers, straight from UTF-8.</summary>
internal sealed class Utf8Engine : ModelDeserializer
{
    public override T ReadObject<T>(ReadOnlySpan<byte> json)
    {
        var reader = ObjectReaders.GeneratedFor<T>()
            ?? throw new NotSupportedException($"No reader has been generated for {typeof(T).Name}.");
        var tokens = new TokenReader(json, isLast: true, StrictJson.Start, new StringCache());
        tokens.Read();
        if (!tokens.IsObject)
        {
            throw new JsonException("The body is not an object.");
        }

        var value = reader.Read(ref tokens);
        tokens.End();
        return value;
    }

    public override IList<T> ReadArray<T>(ReadOnlySpan<byte> json)
    {
        var tokens = new TokenReader(json, isLast: true, StrictJson.Start, new StringCache());
        tokens.Read();
        if (!tokens.TryObjects<T>(out var list))
        {
            throw new JsonException("The body is not an array.");
        }

        tokens.End();
        return list!;
    }
}
