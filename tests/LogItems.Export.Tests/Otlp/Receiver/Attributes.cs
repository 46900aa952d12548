namespace LogItems.Export.Tests.Otlp.Receiver;

/// <summary>Attributes as a dictionary.</summary>
internal static class Attributes
{
    public static IReadOnlyDictionary<string, object> ToDictionary(this IEnumerable<KeyValue> attributes) =>
        attributes.ToDictionary(attribute => attribute.Key, attribute => ValueOf(attribute.Value));

    private static object ValueOf(AnyValue value) => value.ValueCase switch
    {
        AnyValue.ValueOneofCase.StringValue => value.StringValue,
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue,
        AnyValue.ValueOneofCase.IntValue => value.IntValue,
        AnyValue.ValueOneofCase.DoubleValue => value.DoubleValue,
        _ => throw new InvalidOperationException("A value is missing."),
    };
}
