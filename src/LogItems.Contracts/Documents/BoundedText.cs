using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>Reads text up to a limit.</summary>
internal static class BoundedText
{
    public const string Remedy = "Split it, or omit what is not needed.";

    private const int Block = 64 * 1024;

    public static string Read(TextReader reader, string name, int maxLength, CancellationToken cancellationToken = default)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        var block = new char[Block];
        for (int read; (read = reader.Read(block, 0, block.Length)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Append(text, block.AsSpan(0, read), name, maxLength);
        }

        return text.ToString();
    }

    public static async Task<string> ReadAsync(TextReader reader, string name, int maxLength, CancellationToken cancellationToken)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        var block = new char[Block];
        for (int read; (read = await reader.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            Append(text, block.AsSpan(0, read), name, maxLength);
        }

        return text.ToString();
    }

    public static ContractLoadException TooLong(string name, int maxLength) => new(
        new Location("", 0, 0, name),
        string.Create(CultureInfo.InvariantCulture, $"it is longer than {maxLength:N0} characters."),
        Remedy);

    private static void Append(StringWriter text, ReadOnlySpan<char> block, string name, int maxLength)
    {
        if (text.GetStringBuilder().Length + block.Length > maxLength)
        {
            throw TooLong(name, maxLength);
        }

        text.Write(block);
    }
}
