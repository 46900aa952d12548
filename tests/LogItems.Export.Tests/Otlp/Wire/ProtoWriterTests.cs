using Google.Protobuf;
using LogItems.Export.Otlp.Wire;
using LogItems.Export.Tests.Otlp.Receiver;

namespace LogItems.Export.Tests.Otlp.Wire;

/// <summary>The writer and the reader against Google's.</summary>
public class ProtoWriterTests
{
    [Test]
    public void Write_AnyMessage_IsByteForByteWhatGoogleWrites([Range(1, 200)] int seed)
    {
        var random = new Random(seed);
        var span = RandomSpan(random);
        using var writer = new ProtoWriter();

        Write(writer, span);

        Assert.That(writer.Written.ToArray(), Is.EqualTo(span.ToByteArray()));
        Assert.That(Span.Parser.ParseFrom(writer.Written.Span), Is.EqualTo(span));
    }

    [Test]
    public void Read_AnyMessage_HasItsFields([Range(1, 50)] int seed)
    {
        var span = RandomSpan(new Random(seed));
        var reader = new ProtoReader(span.ToByteArray());
        var (name, start, flags, attributes) = ("", 0UL, 0UL, 0);

        while (reader.Read())
        {
            switch (reader.Field)
            {
                case Span.NameFieldNumber:
                    name = reader.Text;
                    break;
                case Span.StartTimeUnixNanoFieldNumber:
                    start = reader.Number;
                    break;
                case Span.FlagsFieldNumber:
                    flags = reader.Number;
                    break;
                case Span.AttributesFieldNumber:
                    attributes++;
                    break;
            }
        }

        Assert.That((name, start, flags, attributes), Is.EqualTo((span.Name, span.StartTimeUnixNano, (ulong)span.Flags, span.Attributes.Count)));
    }

    [Test]
    public void Read_AnyBytes_Ends([Range(1, 200)] int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[random.Next(1, 200)];
        random.NextBytes(bytes);
        var reader = new ProtoReader(bytes);
        var fields = 0;

        while (reader.Read())
        {
            fields++;
        }

        Assert.That(fields, Is.LessThanOrEqualTo(bytes.Length));
    }

    private static Span RandomSpan(Random random)
    {
        var span = new Span
        {
            TraceId = Bytes(random, 16),
            SpanId = Bytes(random, 8),
            Name = Text(random, random.Next(1, 300)),
            Kind = random.Next(1, 6),
            StartTimeUnixNano = (ulong)random.NextInt64(1, long.MaxValue),
            EndTimeUnixNano = ulong.MaxValue,
            Flags = (uint)random.Next(1, int.MaxValue),
        };
        for (var count = random.Next(40); count > 0; count--)
        {
            span.Attributes.Add(new KeyValue { Key = Text(random, random.Next(1, 20)), Value = RandomValue(random) });
        }

        return span;
    }

    private static AnyValue RandomValue(Random random) => random.Next(4) switch
    {
        // Lengths around those at which the length of a length changes.
        0 => new AnyValue { StringValue = Text(random, random.GetItems<int>([0, 1, 126, 127, 128, 129, 16_383, 16_384, 16_385], 1)[0]) },
        1 => new AnyValue { BoolValue = random.Next(2) == 0 },
        2 => new AnyValue { IntValue = random.GetItems<long>([0, 1, -1, 127, 128, long.MinValue, long.MaxValue], 1)[0] },
        _ => new AnyValue { DoubleValue = random.GetItems<double>([0, -0.0, 1.5, double.MaxValue, double.NegativeInfinity, double.NaN], 1)[0] },
    };

    private static ByteString Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return ByteString.CopyFrom(bytes);
    }

    private static string Text(Random random, int length) => new(random.GetItems<char>("abc \0\u007F\u0080é\u07FF\u0800日\uFFFF", length));

    private static void Write(ProtoWriter writer, Span span)
    {
        writer.WriteBytes(Span.TraceIdFieldNumber, span.TraceId.Span);
        writer.WriteBytes(Span.SpanIdFieldNumber, span.SpanId.Span);
        writer.WriteString(Span.NameFieldNumber, span.Name);
        writer.WriteUInt64(Span.KindFieldNumber, (ulong)span.Kind);
        writer.WriteFixed64(Span.StartTimeUnixNanoFieldNumber, span.StartTimeUnixNano);
        writer.WriteFixed64(Span.EndTimeUnixNanoFieldNumber, span.EndTimeUnixNano);
        foreach (var attribute in span.Attributes)
        {
            var start = writer.BeginMessage(Span.AttributesFieldNumber);
            writer.WriteString(KeyValue.KeyFieldNumber, attribute.Key);
            var value = writer.BeginMessage(KeyValue.ValueFieldNumber);
            Write(writer, attribute.Value);
            writer.EndMessage(value);
            writer.EndMessage(start);
        }

        writer.WriteFixed32(Span.FlagsFieldNumber, span.Flags);
    }

    private static void Write(ProtoWriter writer, AnyValue value)
    {
        switch (value.ValueCase)
        {
            case AnyValue.ValueOneofCase.StringValue:
                writer.WriteString(AnyValue.StringValueFieldNumber, value.StringValue);
                break;
            case AnyValue.ValueOneofCase.BoolValue:
                writer.WriteBool(AnyValue.BoolValueFieldNumber, value.BoolValue);
                break;
            case AnyValue.ValueOneofCase.IntValue:
                writer.WriteInt64(AnyValue.IntValueFieldNumber, value.IntValue);
                break;
            default:
                writer.WriteDouble(AnyValue.DoubleValueFieldNumber, value.DoubleValue);
                break;
        }
    }
}
