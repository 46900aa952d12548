using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace LogItems.FakeServer.Tests.Support;

/// <summary>The bytes that came over a connection, and how it ended.</summary>
/// <param name="Bytes">Everything that came.</param>
/// <param name="IsReset">Whether the connection was reset; otherwise it was closed.</param>
internal sealed record RawAnswer(byte[] Bytes, bool IsReset)
{
    private static readonly byte[] Blank = "\r\n\r\n"u8.ToArray();

    /// <summary>Where the body begins; negative where the headers are not complete.</summary>
    private int Start => Bytes.AsSpan().IndexOf(Blank) is >= 0 and var end ? end + Blank.Length : -1;

    public bool HasHeaders => Start >= 0;

    public string Text => Encoding.UTF8.GetString(Bytes);

    public HttpStatusCode Status => (HttpStatusCode)int.Parse(Text.Split(' ')[1], CultureInfo.InvariantCulture);

    public long? DeclaredLength =>
        Header("Content-Length") is { } length ? long.Parse(length, CultureInfo.InvariantCulture) : null;

    public bool IsChunked => Header("Transfer-Encoding") == "chunked";

    public string? Header(string name) =>
        Text.Split("\r\n\r\n")[0].Split("\r\n").Skip(1)
            .Select(line => line.Split(": ", 2))
            .FirstOrDefault(parts => string.Equals(parts[0], name, StringComparison.OrdinalIgnoreCase))?[1];

    /// <summary>The body without the frames of its chunks, as far as it came.</summary>
    public byte[] Body => IsChunked ? Unchunk().Body : Bytes[Start..];

    public string BodyText => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>Whether the body is as long as it was declared, or its last chunk is there.</summary>
    public bool IsComplete =>
        HasHeaders && !IsReset && (IsChunked ? Unchunk().HasEnd : DeclaredLength is null || DeclaredLength == Body.Length);

    private (byte[] Body, bool HasEnd) Unchunk()
    {
        var body = new List<byte>();
        var rest = Bytes.AsSpan(Start);
        while (rest.IndexOf("\r\n"u8) is >= 0 and var line)
        {
            var length = int.Parse(rest[..line], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
            {
                return ([.. body], true);
            }

            rest = rest[(line + 2)..];
            body.AddRange(rest[..Math.Min(length, rest.Length)]);
            rest = rest[Math.Min(length + 2, rest.Length)..];
        }

        return ([.. body], false);
    }
}
