using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogItems.Generators;

/// <summary>Generates readers from UTF-8 for the models that NSwag has generated.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ReaderGenerator : IIncrementalGenerator
{
    /// <summary>The step that finds models, by the name under which Roslyn tracks it.</summary>
    public const string ModelsStep = "Models";

    /// <summary>The step that finds enums.</summary>
    public const string WordsStep = "Words";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = Find<ClassDeclarationSyntax, ModelType>(context, ModelDiscovery.Describe).WithTrackingName(ModelsStep);
        var words = Find<EnumDeclarationSyntax, EnumMembers>(context, static (type, _) => EnumMembersDiscovery.Describe(type)).WithTrackingName(
            WordsStep);

        context.RegisterSourceOutput(models, static (output, model) => Generate(output, model));
        context.RegisterSourceOutput(words, static (output, words) => output.AddSource($"{words.Name}Words.g.cs", EnumMembersEmitter.Emit(words)));
    }

    private static IncrementalValuesProvider<T> Find<TSyntax, T>(
        IncrementalGeneratorInitializationContext context, Func<INamedTypeSymbol, CancellationToken, T?> describe)
        where TSyntax : BaseTypeDeclarationSyntax
        where T : class =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                NSwagAttributes.GeneratedCode,
                static (node, _) => node is TSyntax,
                (found, cancellationToken) => describe((INamedTypeSymbol)found.TargetSymbol, cancellationToken))
            .Where(static described => described is not null)
            .Select(static (described, _) => described!);

    private static void Generate(SourceProductionContext output, ModelType model)
    {
        foreach (var problem in model.Problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }

        if (model.Problems.Count == 0)
        {
            output.AddSource($"{model.Name}.g.cs", ModelEmitter.Emit(model));
            output.AddSource($"{model.Name}Reader.g.cs", ModelReaderEmitter.Emit(model));
        }
    }
}
