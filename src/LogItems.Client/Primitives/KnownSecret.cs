using System.Text;

namespace LogItems.Primitives;

/// <summary>A secret that was sent with a request, so that it can be removed from the response.</summary>
/// <remarks>
/// The secret is removed, as are its percent-encoded, hexadecimal and Base64 forms, in any letter case, and every part of these of eight characters
/// or more. The time is linear in the text and the secret.
/// </remarks>
internal sealed class KnownSecret
{
    private const int MinPartLength = 8;
    private const int MinSecretLength = 4;

    private readonly HashSet<string> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _length;

    public KnownSecret(string? secret)
    {
        // Fewer characters are not a secret, and would be found in any text.
        if (string.IsNullOrWhiteSpace(secret) || secret!.Length < MinSecretLength)
        {
            return;
        }

        _length = Math.Min(MinPartLength, secret.Length);
        Add(secret);
        if (secret.Length < MinPartLength)
        {
            // Encoded forms of a few characters would be found everywhere.
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(secret);
        Add(Uri.EscapeDataString(secret));
        Add(Convert.ToHexString(bytes));
        for (var offset = 0; offset < 3; offset++)
        {
            // The offset of the secret in the encoded bytes determines which of three Base64 forms it has.
            byte[] shifted = [.. new byte[offset], .. bytes];
            var encoded = Convert.ToBase64String(shifted).TrimEnd('=');
            var known = encoded[(offset == 0 ? 0 : 4)..];
            Add(known);
            Add(known.Replace('+', '-').Replace('/', '_'));
        }
    }

    /// <summary>The secret that a request was authenticated with.</summary>
    public static KnownSecret Of(HttpRequestMessage? request) => new(request?.Headers.Authorization?.Parameter);

    /// <summary>Replaces the secret with <c>***</c>.</summary>
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

    /// <summary>Determines whether a text contains the secret or a part of it.</summary>
    public bool IsIn(string text) => RemoveFrom(text) != text;

    private void Add(string form)
    {
        for (var start = 0; start + _length <= form.Length; start++)
        {
            _parts.Add(form.Substring(start, _length));
        }
    }
}
