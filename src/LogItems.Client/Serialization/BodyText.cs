using System.Text;

namespace LogItems;

/// <summary>Reads the beginning of a body as text, whatever it is, for those who want to see why it was refused.</summary>
internal static class BodyText
{
    /// <summary>The most that is kept of a body, in bytes.</summary>
    public const int Limit = 64 * 1024;

    /// <summary>Reads up to <see cref="Limit"/> bytes; what broke off in between is kept as far as it came.</summary>
    public static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[Limit];
        var length = 0;
        try
        {
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            length = await stream.ReadAtLeastAsync(buffer, Limit, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            // The status has been received and says more than the end of a body that is only shown.
        }

        return Decode(buffer.AsSpan(0, length), content);
    }

    /// <summary>The first <see cref="Limit"/> bytes as text.</summary>
    public static string Decode(ReadOnlySpan<byte> body, HttpContent content) =>
        Encoding(content).GetString(body[..Math.Min(body.Length, Limit)]);

    /// <summary>The charset that the answer names, or UTF-8 where it names none or an unknown one.</summary>
    public static Encoding Encoding(HttpContent content)
    {
        try
        {
            return content.Headers.ContentType?.CharSet is { Length: > 0 } charset
                ? System.Text.Encoding.GetEncoding(charset.Trim('"'))
                : System.Text.Encoding.UTF8;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return System.Text.Encoding.UTF8;
        }
    }
}
