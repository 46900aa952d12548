using System.Text;

namespace LogItems.Primitives;

/// <summary>A secret that was sent with a request, so that it can be removed from what came back.</summary>
/// <remarks>
/// Removed are the secret, its percent-encoded, hexadecimal and Base64 forms, in any case, and every part of these of eight characters
/// or more. The time is linear in the text and the secret.
/// </remarks>
internal sealed class KnownSecret
{
    private const int ShortestPart = 8;
    private const int ShortestSecret = 4;

    private readonly HashSet<string> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _length;

    public KnownSecret(string? secret)
    {
        // Fewer characters are no secret, and would be found in any text.
        if (string.IsNullOrWhiteSpace(secret) || secret!.Length < ShortestSecret)
        {
            return;
        }

        _length = Math.Min(ShortestPart, secret.Length);
        Add(secret);
        if (secret.Length < ShortestPart)
        {
            // Encoded forms of a few characters would be found everywhere.
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(secret);
        Add(Uri.EscapeDataString(secret));
        Add(Convert.ToHexString(bytes));
        for (var offset = 0; offset < 3; offset++)
        {
            // What comes before the secret in the encoded text decides which of three forms its characters have.
            byte[] shifted = [.. new byte[offset], .. bytes];
            var encoded = Convert.ToBase64String(shifted).TrimEnd('=');
            var known = encoded[(offset == 0 ? 0 : 4)..];
            Add(known);
            Add(known.Replace('+', '-').Replace('/', '_'));
        }
    }

    /// <summary>The secret that a request was signed with.</summary>
    public static KnownSecret Of(HttpRequestMessage? request) => new(request?.Headers.Authorization?.Parameter);

    /// <summary>The text with <c>***</c> in place of the secret.</summary>
    public string RemoveFrom(string text)
    {
        if (_parts.Count == 0)
        {
            return text;
        }

        var cleaned = new StringBuilder(text.Length);
        var kept = 0;
        var removed = 0;
        for (var start = 0; start + _length <= text.Length; start++)
        {
            if (_parts.Contains(text.Substring(start, _length)))
            {
                if (start > removed || removed == 0)
                {
                    cleaned.Append(text, kept, start - kept).Append("***");
                }

                kept = removed = start + _length;
            }
        }

        return cleaned.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>Determines whether some text holds the secret or a part of it.</summary>
    public bool IsIn(string text) => RemoveFrom(text) != text;

    private void Add(string form)
    {
        for (var start = 0; start + _length <= form.Length; start++)
        {
            _parts.Add(form.Substring(start, _length));
        }
    }
}
