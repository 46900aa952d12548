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

    /// <summary>The step that lists the models that have a reader.</summary>
    public const string ReadersStep = "Readers";

    private const string Registry = "LogItems.ObjectReaders";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = Find<ClassDeclarationSyntax, ModelType>(context, ModelDiscovery.Describe).WithTrackingName(ModelsStep);
        var words = Find<EnumDeclarationSyntax, EnumMembers>(context, static (type, _) => EnumMembersDiscovery.Describe(type)).WithTrackingName(WordsStep);
        var readers = models.Where(static model => model.Problems.Count == 0)
            .Select(static (model, _) => new ModelName(model.Namespace, model.Name))
            .Collect()
            .Select(static (names, _) => new EquatableArray<ModelName>(names))
            .WithTrackingName(ReadersStep);

        // Projects that use only the other generator have no registry to complete.
        var hasRegistry = context.CompilationProvider
            .Select(static (compilation, _) => compilation.Assembly.GetTypeByMetadataName(Registry) is not null);

        context.RegisterSourceOutput(models, static (output, model) => Generate(output, model));
        context.RegisterSourceOutput(words, static (output, words) => output.AddSource($"{words.Name}Words.g.cs", EnumMembersEmitter.Emit(words)));
        context.RegisterSourceOutput(readers.Combine(hasRegistry), static (output, found) => GenerateRegistry(output, found.Left, found.Right));
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

    private static void GenerateRegistry(SourceProductionContext output, EquatableArray<ModelName> names, bool hasRegistry)
    {
        if (hasRegistry)
        {
            output.AddSource("ObjectReaders.g.cs", RegistryEmitter.Emit(names));
        }
    }

    private static void Generate(SourceProductionContext output, ModelType model)
    {
        foreach (var problem in model.Problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }

        if (model.Problems.Count == 0)
        {
            output.AddSource($"{model.Name}Reader.g.cs", ModelReaderEmitter.Emit(model));
        }
    }
}
