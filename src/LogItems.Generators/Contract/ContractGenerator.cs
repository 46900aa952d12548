using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>Generates code from the contract in addition to NSwag's client: the API versions and the features of each.</summary>
/// <remarks>
/// The contract is an additional file with the metadata <c>ContractOutput</c>: <c>Client</c> for <c>ApiVersion</c> and
/// <c>ApiFeatures</c>, <c>Versions</c> for the numbers of the versions alone, <c>Facts</c> for everything that differs between versions.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <summary>The tracking name of the step that reads the contract.</summary>
    public const string ContractStep = "Contract";

    private const string Output = "build_metadata.AdditionalFiles.ContractOutput";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var contracts = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (file, _) => (
                File: file.Left,
                Output: file.Right.GetOptions(file.Left).TryGetValue(Output, out var output) ? output : ""))
            .Where(static file => file.Output.Length > 0)
            .Select(static (file, cancellationToken) =>
                (file.Output, Contract: ContractReader.Read(file.File.Path, file.File.GetText(cancellationToken)?.ToString() ?? "")))
            .WithTrackingName(ContractStep);
        context.RegisterSourceOutput(contracts, static (output, found) => Generate(output, found.Output, found.Contract));
    }

    private static void Generate(SourceProductionContext output, string kind, Contract contract)
    {
        if (contract.Problem is { } problem)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
            return;
        }

        switch (kind)
        {
            case "Client":
                output.AddSource("ApiVersion.g.cs", ApiVersionEmitter.Emit(contract));
                output.AddSource("ApiFeatures.g.cs", ApiFeaturesEmitter.Emit(contract));
                break;
            case "Versions":
                output.AddSource("ContractVersions.g.cs", VersionListEmitter.Emit(contract));
                break;
            case "Facts":
                output.AddSource("ContractFacts.g.cs", ContractFactsEmitter.Emit(contract));
                break;
        }
    }
}
