using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace LogItems.Tests.Shared;

/// <summary>An assembly's public surface as text, a line a member, close to how C# writes it and in an order that never changes.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (var member in Members(type))
            {
                text.Append("    ").Append(member).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            _ => type.GetMethod("<Clone>$", Declared) is null ? "class" : "record",
        };
        var modifier = kind is not ("class" or "record") ? "" : type switch
        {
            { IsAbstract: true, IsSealed: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => "",
        };
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type.GetInterfaces().Except(inherited).Where(each => each.IsVisible && !IsEquatable(each)).Select(ApiNames.Of).Order(StringComparer.Ordinal).ToList();
        if (type is { IsValueType: false, BaseType: { } parent } && parent != typeof(object))
        {
            bases.Insert(0, ApiNames.Of(parent));
        }

        var all = type.IsEnum ? "" : string.Join(", ", bases);
        return $"{modifier}{kind} {type.Namespace}.{ApiNames.Of(type)}{(all.Length > 0 ? $" : {all}" : "")}";
    }

    private static bool IsEquatable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEquatable<>);

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}");
        }

        IEnumerable<MemberInfo> constructors = type.GetConstructors(Declared).Where(IsVisible);
        var fields = type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly);
        var properties = type.GetProperties(Declared)
            .Where(property => property.Name != "EqualityContract" && property.GetAccessors(nonPublic: true).Any(IsVisible));
        var events = type.GetEvents(Declared).Where(each => IsVisible(each.AddMethod!));
        var methods = type.GetMethods(Declared)
            .Where(method => IsVisible(method) && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !IsAccessor(method));
        return new[] { constructors, fields, properties, events, methods }.SelectMany(InOrder);
    }

    private static IEnumerable<string> InOrder(IEnumerable<MemberInfo> members) =>
        members.Select(member => (member.Name, Line: ApiMembers.Of(member)))
            .OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Line, StringComparer.Ordinal)
            .Select(member => member.Line);

    internal static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);
}
