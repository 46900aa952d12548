using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LogItems.Tests.Shared;

/// <summary>Members as one line each.</summary>
internal static class ApiMembers
{
    public static string Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => Constructor(constructor),
        FieldInfo field => Field(field),
        PropertyInfo property => Property(property),
        EventInfo each => Event(each),
        MethodInfo method => Method(method),
        _ => throw new ArgumentException($"{member} is no member that is described.", nameof(member)),
    };

    private static string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})";

    private static string Field(FieldInfo field)
    {
        var modifier = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : "";
        return $"{(field.IsPublic ? "" : "protected ")}{modifier}{ApiNames.Of(field)} {field.Name}{value}";
    }

    private static string Property(PropertyInfo property)
    {
        var accessor = property.GetAccessors(nonPublic: true).Where(PublicApi.IsVisible).OrderByDescending(each => each.IsPublic).First();
        var get = Accessor(property.GetMethod, "get", accessor);
        var set = Accessor(property.SetMethod, IsInit(property) ? "init" : "set", accessor);
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Access(accessor)}{required}{Modifier(accessor)}{ApiNames.Of(property)} {name} {{ {get}{set}}}";
    }

    private static string Event(EventInfo each) => $"event {ApiNames.Of(each.EventHandlerType!)} {each.Name}";

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{Access(method)}{Modifier(method)}{ApiNames.Of(method.ReturnParameter)} {method.Name}{generic}({extension}{Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params ",
            _ => "",
        };
        var value = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{modifier}{ApiNames.Of(parameter)} {parameter.Name}{value}";
    }

    private static string Default(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.RawDefaultValue switch
        {
            null when type.IsValueType && type == parameter.ParameterType => "default",
            { } value when type.IsEnum => $"{type.Name}.{Enum.ToObject(type, value)}",
            var value => Literal(value),
        };
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifier(MethodInfo method) => method switch
    {
        { DeclaringType.IsInterface: true, IsStatic: false } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true } when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Accessor(MethodInfo? method, string word, MethodInfo property) => method switch
    {
        null => "",
        _ when !PublicApi.IsVisible(method) => "",
        _ when method.IsPublic == property.IsPublic => $"{word}; ",
        _ => $"protected {word}; ",
    };

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.FullName == typeof(IsExternalInit).FullName) == true;
}
