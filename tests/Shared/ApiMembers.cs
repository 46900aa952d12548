using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LogItems.Tests.Shared;

/// <summary>Members as one line each.</summary>
internal static class ApiMembers
{
    public static string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})";

    public static string Field(FieldInfo field)
    {
        var modifier = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : "";
        return $"{(field.IsPublic ? "" : "protected ")}{modifier}{ApiNames.Of(field)} {field.Name}{value}";
    }

    public static string Property(PropertyInfo property)
    {
        var (get, set) = (Accessor(property.GetMethod, "get"), Accessor(property.SetMethod, IsInit(property) ? "init" : "set"));
        var accessor = property.GetAccessors(nonPublic: true).First(PublicApi.IsVisible);
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Access(accessor)}{required}{Modifier(accessor)}{ApiNames.Of(property)} {name} {{ {get}{set}}}";
    }

    public static string Event(EventInfo each) => $"event {ApiNames.Of(each.EventHandlerType!)} {each.Name}";

    public static string Method(MethodInfo method)
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

    private static string Accessor(MethodInfo? method, string word) => method switch
    {
        null => "",
        { IsPublic: true } => $"{word}; ",
        _ when PublicApi.IsVisible(method) => $"protected {word}; ",
        _ => "",
    };

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
}
