using System.Text;

namespace LogItems.Client.Tests.Serialization;

/// <summary>The bytes of a body.</summary>
public sealed class WireDocument(byte[] json)
{
    public byte[] Json { get; } = json;

    /// <summary>One character for each byte, so that a failure can be seen and typed in again.</summary>
    public override string ToString() =>
        string.Concat(Encoding.Latin1.GetString(Json).Select(one => one is >= ' ' and <= '~' ? one.ToString() : $"\\x{(int)one:X2}"));
}
