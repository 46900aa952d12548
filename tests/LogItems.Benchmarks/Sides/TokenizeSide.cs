using System.Text.Json;

namespace LogItems.Benchmarks;

/// <summary>Utf8JsonReader going from token to token and making nothing of them: the limit of what reads with it.</summary>
internal sealed class TokenizeSide : Side
{
    public override object Decode()
    {
        var reader = new Utf8JsonReader(Page.Bytes);
        while (reader.Read())
        {
        }

        return this;
    }

    public override ulong Sum(object page) => 0;
}
