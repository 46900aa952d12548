using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace LogItems.Tests.Architecture;

/// <summary>The types of an assembly that each of its types mentions, in signatures, attributes and bodies.</summary>
/// <remarks>Nested types count as the type that they are nested in. Constants are not seen: the compiler has replaced them by their values.</remarks>
public static class TypeDependencies
{
    /// <summary>Reads the dependencies of an assembly, by the full names of its types.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Of(Assembly assembly)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(assembly.Location));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        using var module = ModuleDefinition.ReadModule(assembly.Location, new ReaderParameters { AssemblyResolver = resolver });
        var dependencies = new Dictionary<string, HashSet<string>>();
        foreach (var type in module.GetTypes().Where(type => type.Name != "<Module>"))
        {
            var name = Outermost(type).FullName;
            dependencies.TryAdd(name, []);
            dependencies[name].UnionWith(Mentioned(type).SelectMany(Parts).Where(part => part.Scope == module).Select(part => Outermost(part).FullName));
            dependencies[name].Remove(name);
        }

        return dependencies.ToDictionary(entry => entry.Key, IReadOnlySet<string> (entry) => entry.Value);
    }

    private static IEnumerable<TypeReference?> Mentioned(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(implementation => implementation.InterfaceType),
            .. type.GenericParameters.SelectMany(Constraints),
            .. Attributes(type),
            .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
            .. type.Properties.SelectMany(property => Attributes(property).Append(property.PropertyType)),
            .. type.Methods.SelectMany(Mentioned),
        ];

    private static IEnumerable<TypeReference?> Mentioned(MethodDefinition method)
    {
        IEnumerable<TypeReference?> signature =
            [.. Signature(method), .. method.GenericParameters.SelectMany(Constraints), .. Attributes(method), .. method.Parameters.SelectMany(Attributes)];
        return !method.HasBody
            ? signature
            : [
                .. signature,
                .. method.Body.Variables.Select(variable => variable.VariableType),
                .. method.Body.ExceptionHandlers.Select(handler => handler.CatchType),
                .. method.Body.Instructions.SelectMany(Operands),
            ];
    }

    private static IEnumerable<TypeReference?> Operands(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, .. Signature(method), .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, .. Signature(method)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference?> Constraints(GenericParameter parameter) =>
        parameter.Constraints.Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference?> Attributes(Mono.Cecil.ICustomAttributeProvider provider) => provider.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Append(attribute.AttributeType));

    /// <summary>The type itself, or what an array, a reference or a generic instance is made of.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
        IModifierType modified => [.. Parts(modified.ElementType), .. Parts(modified.ModifierType)],
        TypeSpecification composed => Parts(composed.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
