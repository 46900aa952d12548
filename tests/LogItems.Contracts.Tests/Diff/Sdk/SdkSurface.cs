using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogItems.Contracts.Tests.Diff.Sdk;

/// <summary>What code sees of a generated client: its types with their members, and the client's methods.</summary>
internal sealed class SdkSurface
{
    private readonly Dictionary<string, Dictionary<string, string>> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Type, string Name, bool IsOptional)>> _methods = new(StringComparer.Ordinal);

    /// <summary>Reads generated code, and tells the surfaces of several documents apart by how their names begin.</summary>
    public static Dictionary<string, SdkSurface> Read(string code, IEnumerable<string> prefixes)
    {
        var surfaces = prefixes.ToDictionary(prefix => prefix, _ => new SdkSurface(), StringComparer.OrdinalIgnoreCase);
        var length = surfaces.Keys.First().Length;
        foreach (var node in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes())
        {
            switch (node)
            {
                case EnumDeclarationSyntax type when Of(type.Identifier.Text) is { } surface:
                    surface._enums.Add(type.Identifier.Text);
                    surface._types[type.Identifier.Text] = type.Members.ToDictionary(member => member.Identifier.Text, _ => "value");
                    break;
                case ClassDeclarationSyntax type when Of(type.Identifier.Text) is { } surface:
                    surface._types[type.Identifier.Text] = type.Members.OfType<PropertyDeclarationSyntax>()
                        .Where(member => member.ExplicitInterfaceSpecifier is null)
                        .ToDictionary(member => member.Identifier.Text, member => $"{member.Type}");
                    surface._types[type.Identifier.Text]["base class"] = $"{type.BaseList}";
                    break;
                case MethodDeclarationSyntax { Parent: InterfaceDeclarationSyntax } method when Of(method.Identifier.Text) is { } surface:
                    surface._types[$"{method.Identifier.Text}()"] = new() { ["returns"] = $"{method.ReturnType}" };
                    surface._methods[method.Identifier.Text] = [.. method.ParameterList.Parameters
                        .Where(parameter => !$"{parameter.Type}".EndsWith("CancellationToken", StringComparison.Ordinal))
                        .Select(parameter => ($"{parameter.Type}", parameter.Identifier.Text, parameter.Default is not null))];
                    break;
            }
        }

        return surfaces;

        SdkSurface? Of(string name) => name.Length < length ? null : surfaces.GetValueOrDefault(name[..length]);
    }

    /// <summary>What code that used this surface no longer finds in the other one; empty if it compiles.</summary>
    public IEnumerable<string> LostIn(SdkSurface other) =>
        _types.SelectMany(type => LostMembers(type.Key, type.Value, other._types.GetValueOrDefault(type.Key)))
            .Concat(_methods.Where(method => other._methods.ContainsKey(method.Key) && !CanBeCalledAs(method.Value, other._methods[method.Key]))
                .Select(method => $"{method.Key}: {string.Join(", ", method.Value)} -> {string.Join(", ", other._methods[method.Key])}"));

    private IEnumerable<string> LostMembers(string type, Dictionary<string, string> before, Dictionary<string, string>? after) =>
        after is null ? [type] : before
            .Where(member => !after.TryGetValue(member.Key, out var replacement) || !IsSame(member.Value, replacement))
            .Select(member => $"{type}.{member.Key}: {member.Value} -> {after.GetValueOrDefault(member.Key)}");

    // That a reference may be null is a warning of the compiler.
    private bool IsSame(string before, string after) =>
        before == after || (before.TrimEnd('?') == after.TrimEnd('?') && !IsValue(before.TrimEnd('?')));

    private bool IsValue(string type) => _enums.Contains(type) || type is "int" or "long" or "float" or "double" or "decimal" or "bool"
        || type.StartsWith("System.DateTime", StringComparison.Ordinal) || type is "byte" or "ulong" or "System.Guid" or "System.TimeSpan";

    // A value fits where it may also be missing; further parameters are left out.
    private bool CanBeCalledAs(
        List<(string Type, string Name, bool IsOptional)> before, List<(string Type, string Name, bool IsOptional)> after) =>
        after.Count >= before.Count
        && before.Zip(after).All(pair => pair.First.Name == pair.Second.Name
            && (IsSame(pair.First.Type, pair.Second.Type) || $"{pair.First.Type}?" == pair.Second.Type)
            && (pair.Second.IsOptional || !pair.First.IsOptional))
        && after.Skip(before.Count).All(parameter => parameter.IsOptional);
}
