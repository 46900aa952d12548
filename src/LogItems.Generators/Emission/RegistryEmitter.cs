using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators;

/// <summary>Emits the list of all readers.</summary>
internal static class RegistryEmitter
{
    public static SourceText Emit(EquatableArray<ModelName> models)
    {
        var code = CodeWriter.ForFile("LogItems");
        code.Line("/// <summary>The generated readers.</summary>");
        code.Block("internal static partial class ObjectReaders", () =>
        {
            code.Block("private static readonly Dictionary<Type, object> Generated = new()", () =>
            {
                foreach (var model in models)
                {
                    code.Line($"[typeof(global::{model.Namespace}.{model.Name})] = global::{model.Namespace}.Readers.{model.Name}Reader.Instance,");
                }
            }, "};");
            code.Line().Line("public static partial object? Find(Type type) => Generated.GetValueOrDefault(type);");
        });
        return code.ToSource();
    }
}
