using System.Buffers.Binary;

namespace LogItems.Models;

/// <summary>The position behind an item in a form that can be stored: the item's identifier, and its position when it was read.</summary>
/// <param name="Position">The position of the item.</param>
/// <param name="Id">The identifier of the item.</param>
internal readonly record struct ContinuationToken(ListPosition Position, Guid Id)
{
    private const byte Format = 1;
    private const int Length = 1 + sizeof(uint) + sizeof(int) + 16;

    /// <summary>Reads a token of a list.</summary>
    /// <exception cref="ArgumentException">The text is not a token, or is the token of another list.</exception>
    public static ContinuationToken Parse(string text, uint list)
    {
        if (Decode(text) is not { Length: Length } bytes || bytes[0] != Format)
        {
            throw new ArgumentException(
                "The continuation token is not valid. Pass the ContinuationToken of an item, or the one of an exception, as it was returned.");
        }

        var position = new ListPosition(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(1)), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(5)));
        return position.List == list && position.Count > 0
            ? new(position, new Guid(bytes.AsSpan(9).ToArray()))
            : throw new ArgumentException(
                "The continuation token belongs to another list. Use it with the session, the filter and the order that it was returned for.");
    }

    /// <summary>Returns the token in Base64 for URLs, without padding.</summary>
    public override string ToString()
    {
        var bytes = new byte[Length];
        bytes[0] = Format;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), Position.List);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(5), Position.Count);
        Id.ToByteArray().CopyTo(bytes, 9);
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private static byte[]? Decode(string text)
    {
        try
        {
            var padded = text.Replace('-', '+').Replace('_', '/');
            return Convert.FromBase64String(padded.PadRight((padded.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
