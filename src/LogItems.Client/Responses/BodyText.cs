using System.Text;

namespace LogItems.Responses;

/// <summary>Reads the beginning of a body as text, whatever it is, to show why it was rejected.</summary>
internal static class BodyText
{
    /// <summary>The most that is kept of a body, in bytes.</summary>
    public const int Limit = 64 * 1024;

    /// <summary>Reads up to <see cref="Limit"/> bytes; of a body that breaks off, what has arrived.</summary>
    public static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var body = new BodyBuffer(Limit);
        try
        {
            await body.FillAsync(content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (BrokenBody.IsReasonOf(broken))
        {
            // The status has been received and says more than the end of a body that is only shown.
        }

        return Decode(body.ToArray(), content);
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
