using System.Reflection;

namespace LogItems.Tests.Shared;

/// <summary>Types as C# writes them, with the question marks of nullable references.</summary>
internal static class ApiNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(char)] = "char",
        [typeof(byte)] = "byte", [typeof(short)] = "short", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(float)] = "float",
        [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(uint)] = "uint", [typeof(ulong)] = "ulong",
    };

    public static string Of(Type type) => Write(type, null);

    public static string Of(ParameterInfo parameter) => Write(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    public static string Of(PropertyInfo property) => Write(property.PropertyType, new NullabilityInfoContext().Create(property));

    public static string Of(FieldInfo field) => Write(field.FieldType, new NullabilityInfoContext().Create(field));

    private static string Write(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Write(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Write(value, null)}?";
        }

        var isNullable = !type.IsValueType && nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable, Type.IsValueType: false };
        return Name(type, nullability) + (isNullable ? "?" : "");
    }

    private static string Name(Type type, NullabilityInfo? nullability)
    {
        if (type.IsArray)
        {
            return $"{Write(type.GetElementType()!, nullability?.ElementType)}[]";
        }

        var name = Keywords.GetValueOrDefault(type) ?? type.Name.Split('`')[0];
        if (type.IsNested && !type.IsGenericParameter)
        {
            name = $"{Name(type.DeclaringType!, null)}.{name}";
        }

        var arguments = type.GetGenericArguments();
        return arguments.Length == 0
            ? name
            : $"{name}<{string.Join(", ", arguments.Select((argument, i) => Write(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i))))}>";
    }
}
