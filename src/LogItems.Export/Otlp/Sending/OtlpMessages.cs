using LogItems.Export.Otlp.Wire;

namespace LogItems.Export.Otlp.Sending;

/// <summary>Reads the messages of receivers.</summary>
internal static class OtlpMessages
{
    private const string RetryInfo = "/google.rpc.RetryInfo";

    /// <summary>Reads the response to an accepted request, <c>Export…ServiceResponse</c>.</summary>
    public static OtlpReply ReadResponse(ReadOnlySpan<byte> response)
    {
        var rejected = 0L;
        string? message = null;
        var fields = new ProtoReader(response);
        while (fields.Read())
        {
            if (fields.Field == 1)
            {
                var partial = new ProtoReader(fields.Bytes);
                while (partial.Read())
                {
                    (rejected, message) = partial.Field switch
                    {
                        1 => ((long)partial.Number, message),
                        2 => (rejected, partial.Text),
                        _ => (rejected, message),
                    };
                }
            }
        }

        return new OtlpReply(OtlpOutcome.Accepted, string.IsNullOrEmpty(message) ? null : message) { Rejected = rejected };
    }

    /// <summary>Reads the description of an error, <c>google.rpc.Status</c>.</summary>
    public static (string? Message, TimeSpan? RetryAfter) ReadStatus(ReadOnlySpan<byte> status)
    {
        string? message = null;
        TimeSpan? retryAfter = null;
        var fields = new ProtoReader(status);
        while (fields.Read())
        {
            switch (fields.Field)
            {
                case 2:
                    message = fields.Text;
                    break;
                case 3:
                    retryAfter = ReadDetail(fields.Bytes) ?? retryAfter;
                    break;
            }
        }

        return (string.IsNullOrEmpty(message) ? null : message, retryAfter);
    }

    /// <summary>Reads the delay of a <c>RetryInfo</c> in an <c>Any</c>; null if it is something else.</summary>
    private static TimeSpan? ReadDetail(ReadOnlySpan<byte> any)
    {
        var isRetryInfo = false;
        ReadOnlySpan<byte> value = default;
        var fields = new ProtoReader(any);
        while (fields.Read())
        {
            isRetryInfo |= fields.Field == 1 && fields.Text.EndsWith(RetryInfo, StringComparison.Ordinal);
            value = fields.Field == 2 ? fields.Bytes : value;
        }

        if (!isRetryInfo)
        {
            return null;
        }

        var info = new ProtoReader(value);
        return info.Read() && info.Field == 1 ? ReadDuration(info.Bytes) : TimeSpan.Zero;
    }

    private static TimeSpan ReadDuration(ReadOnlySpan<byte> duration)
    {
        var time = TimeSpan.Zero;
        var fields = new ProtoReader(duration);
        while (fields.Read())
        {
            // A delay of more than a day is treated as one of a day.
            time += fields.Field switch
            {
                1 => TimeSpan.FromSeconds(Math.Clamp((long)fields.Number, 0, 86_400)),
                2 => TimeSpan.FromTicks(Math.Clamp((long)fields.Number, 0, 999_999_999) / TimeSpan.NanosecondsPerTick),
                _ => TimeSpan.Zero,
            };
        }

        return time;
    }
}
