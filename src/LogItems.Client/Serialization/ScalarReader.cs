using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Runtime.Serialization;
using LogItems.Serialization.Utf8;
using Newtonsoft.Json;

namespace LogItems.Serialization;

/// <summary>
/// Reads single values, strictly: a value of another JSON type or out of range is not read. The only exception is a number that was sent as
/// text, <c>"52"</c>, which some servers are reported to do: it is read where the text is exactly a JSON number.
/// </summary>
internal static class ScalarReader
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, object>> EnumValues = new();

    /// <summary>The longest number that is read from text, in characters.</summary>
    private const int MaxNumberLength = 40;

    public static bool IsScalar(Type type) =>
        type == typeof(string) || type == typeof(Guid) || type == typeof(DateTimeOffset) || type == typeof(bool)
        || type == typeof(int) || type == typeof(long) || type == typeof(double) || type.IsEnum;

    public static bool TryRead(JsonReader reader, Type type, out object? value)
    {
        value = (reader.TokenType, reader.Value) switch
        {
            (JsonToken.String, string text) => FromText(text, type),
            (JsonToken.Boolean, bool flag) when type == typeof(bool) => flag,
            (JsonToken.Integer or JsonToken.Float, { } number) => FromNumber(number, type),
            _ => null,
        };
        return value is not null;
    }

    public static bool TryParseGuid(string text, out Guid id) => Guid.TryParseExact(text, "D", out id);

    /// <summary>Converts a number to a type; null if the type cannot hold it.</summary>
    /// <param name="number">The number: a <see cref="long"/>, a <see cref="BigInteger"/> or a <see cref="double"/>.</param>
    /// <param name="type">The type.</param>
    public static object? FromNumber(object number, Type type) => number switch
    {
        long whole => FromInteger(whole, type),
        BigInteger whole when type == typeof(double) => (double)whole,
        double fraction => FromDouble(fraction, type),
        _ => null,
    };

    /// <summary>Converts a number that was sent as text; null if it is not a number or the type cannot hold it.</summary>
    public static object? NumberFromText(string text, Type type)
    {
        Span<byte> utf8 = stackalloc byte[MaxNumberLength];
        if (text.Length is 0 or > MaxNumberLength)
        {
            return null;
        }

        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is not ((>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E'))
            {
                return null;
            }

            utf8[index] = (byte)text[index];
        }

        utf8 = utf8[..text.Length];
        var reader = new System.Text.Json.Utf8JsonReader(utf8, isFinalBlock: true, default);
        try
        {
            return reader.Read() && reader.BytesConsumed == utf8.Length ? FromNumber(Utf8Number.Read(utf8), type) : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static object? FromText(string text, Type type)
    {
        if (type == typeof(int) || type == typeof(long) || type == typeof(double))
        {
            return NumberFromText(text, type);
        }

        if (type == typeof(string))
        {
            return text;
        }

        if (type == typeof(Guid))
        {
            return TryParseGuid(text, out var id) ? id : null;
        }

        if (type == typeof(DateTimeOffset))
        {
            return WireTime.TryParse(text, out var time) ? time : null;
        }

        return type.IsEnum ? EnumValues.GetOrAdd(type, ValuesOf).GetValueOrDefault(text) : null;
    }

    private static object? FromInteger(long number, Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 when !type.IsEnum && number is >= int.MinValue and <= int.MaxValue => (int)number,
        TypeCode.Int64 => number,
        TypeCode.Double => (object)(double)number,
        _ => null,
    };

    /// <summary>JSON does not distinguish 1.0 from 1, so an integer written with a fraction is an integer.</summary>
    private static object? FromDouble(double number, Type type) =>
        type == typeof(double) ? number : number == Math.Floor(number) && Math.Abs(number) <= 1L << 53 ? FromInteger((long)number, type) : null;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = ReflectionFallback.Justification)]
    private static Dictionary<string, object> ValuesOf(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? field.Name, field => field.GetValue(null)!, StringComparer.Ordinal);
}
