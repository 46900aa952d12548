using LogItems.Export.Otlp.Wire;

namespace LogItems.Export.Otlp.Mapping;

/// <summary>Writes attributes as key and value; an unknown value is omitted.</summary>
/// <param name="writer">The writer to write to.</param>
/// <param name="field">The field that holds the attributes.</param>
/// <param name="maxTextLength">The length to which texts are truncated.</param>
internal readonly ref struct OtlpAttributes(ProtoWriter writer, int field, int maxTextLength)
{
    // The field numbers of AnyValue.
    private const int StringValue = 1;
    private const int BoolValue = 2;
    private const int IntValue = 3;
    private const int DoubleValue = 4;

    public void Text(string key, string? value)
    {
        if (value is not null)
        {
            var (attribute, any) = Begin(key);
            writer.WriteString(StringValue, OtlpText.Truncate(value, maxTextLength));
            End(attribute, any);
        }
    }

    public void Id(string key, Guid? value)
    {
        if (value is { } id)
        {
            Span<char> text = stackalloc char[36];
            id.TryFormat(text, out _);
            var (attribute, any) = Begin(key);
            writer.WriteString(StringValue, text);
            End(attribute, any);
        }
    }

    public void Number(string key, long? value)
    {
        if (value is { } number)
        {
            var (attribute, any) = Begin(key);
            writer.WriteInt64(IntValue, number);
            End(attribute, any);
        }
    }

    public void Seconds(string key, TimeSpan? value)
    {
        if (value is { } time)
        {
            var (attribute, any) = Begin(key);
            writer.WriteDouble(DoubleValue, time.TotalSeconds);
            End(attribute, any);
        }
    }

    /// <summary>Writes a flag if it is set.</summary>
    public void Flag(string key, bool value)
    {
        if (value)
        {
            var (attribute, any) = Begin(key);
            writer.WriteBool(BoolValue, true);
            End(attribute, any);
        }
    }

    private (int Attribute, int Any) Begin(string key)
    {
        var attribute = writer.BeginMessage(field);
        writer.WriteString(1, key);
        return (attribute, writer.BeginMessage(2));
    }

    private void End(int attribute, int any)
    {
        writer.EndMessage(any);
        writer.EndMessage(attribute);
    }
}
