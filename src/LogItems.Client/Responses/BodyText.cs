using System.Text;

namespace LogItems.Responses;

/// <summary>Reads the beginning of a body as text, whatever its format, for error reporting.</summary>
internal static class BodyText
{
    /// <summary>The maximum number of bytes of a body that are kept.</summary>
    public const int Limit = 64 * 1024;

    /// <summary>Reads up to <see cref="Limit"/> bytes; of a truncated body, what was received.</summary>
    public static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var body = new BodyBuffer(Limit);
        try
        {
            await body.FillAsync(content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (BrokenBody.IsReasonOf(broken))
        {
            // The status has been received and matters more than the rest of a body that is only displayed.
        }

        return Decode(body.ToArray(), content);
    }

    /// <summary>The first <see cref="Limit"/> bytes as text.</summary>
    public static string Decode(ReadOnlySpan<byte> body, HttpContent content) =>
        Encoding(content).GetString(body[..Math.Min(body.Length, Limit)]);

    /// <summary>The charset of the response, or UTF-8 if it specifies none or an unknown one.</summary>
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
