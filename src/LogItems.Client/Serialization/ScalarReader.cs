using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Runtime.Serialization;
using Newtonsoft.Json;

namespace LogItems;

/// <summary>Reads single values, strictly: a value of another JSON type or out of range is not read.</summary>
internal static class ScalarReader
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, object>> EnumValues = new();

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

    /// <summary>A number as a type has it; null if the type cannot hold it.</summary>
    /// <param name="number">As it was written: a <see cref="long"/>, a <see cref="BigInteger"/> or a <see cref="double"/>.</param>
    /// <param name="type">The type.</param>
    public static object? FromNumber(object number, Type type) => number switch
    {
        long whole => FromInteger(whole, type),
        BigInteger whole when type == typeof(double) => (double)whole,
        double fraction => FromDouble(fraction, type),
        _ => null,
    };

    private static object? FromText(string text, Type type)
    {
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

    /// <summary>JSON does not tell 1.0 from 1, so a whole number written with a fraction is a whole number.</summary>
    private static object? FromDouble(double number, Type type) =>
        type == typeof(double) ? number : number == Math.Floor(number) && Math.Abs(number) <= 1L << 53 ? FromInteger((long)number, type) : null;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = ReflectionFallback.Justification)]
    private static Dictionary<string, object> ValuesOf(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? field.Name, field => field.GetValue(null)!, StringComparer.Ordinal);
}
