using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators;

/// <summary>Emits the part of a model that refers to its reader.</summary>
internal static class ModelEmitter
{
    public static SourceText Emit(ModelType model)
    {
        var code = CodeWriter.ForModelsOf(model.Namespace);
        code.Block($"partial class {model.Name}", () => code
            .Line("/// <inheritdoc/>")
            .Line($"internal override IObjectReader? GeneratedReader => Readers.{model.Name}Reader.Instance;"));
        return code.ToSource();
    }
}
