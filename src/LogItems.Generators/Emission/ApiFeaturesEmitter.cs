using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators;

/// <summary>Emits the table of operations and parameters with the versions that have them.</summary>
internal static class ApiFeaturesEmitter
{
    public static SourceText Emit(Contract contract)
    {
        var code = CodeWriter.ForFile("LogItems");
        var all = new List<string>();
        code.Line("/// <summary>The operations and parameters of the API, each with the versions that have it; from the contract.</summary>");
        code.Block("public static class ApiFeatures", () =>
        {
            foreach (var operation in contract.Operations)
            {
                all.Add(operation.Name);
                code.Line($"/// <summary>The operation <c>{operation.Name}</c>.</summary>");
                code.Line($"public static ApiFeature {operation.Name} {{ get; }} = new(\"{operation.Name}\", {operation.Versions.AsWritten});");
                code.Line();
                foreach (var parameter in operation.Parameters)
                {
                    all.Add(operation.Name + PropertyName.Of(parameter.Name));
                    EmitParameter(code, operation, parameter, "public", "parameter");
                }

                foreach (var field in operation.FormFields)
                {
                    EmitParameter(code, operation, field, "internal", "form field");
                }
            }

            code.Line("/// <summary>The paths of the operations below the version.</summary>");
            code.Block(
                "internal static readonly string[] Paths =",
                () => contract.Operations.ToList().ForEach(operation => code.Line($"{SymbolDisplay.FormatLiteral(operation.Path, quote: true)},")),
                "};");
            code.Line();
            code.Line("/// <summary>All operations and parameters, in the contract's order.</summary>");
            code.Block(
                "public static IReadOnlyList<ApiFeature> All { get; } = new ApiFeature[]",
                () => all.ForEach(name => code.Line($"{name},")),
                "};");
        });
        return code.ToSource();
    }

    private static void EmitParameter(CodeWriter code, ContractOperation operation, ContractParameter parameter, string access, string kind)
    {
        var name = operation.Name + PropertyName.Of(parameter.Name);
        code.Line($"/// <summary>The {kind} <c>{parameter.Name}</c> of <c>{operation.Name}</c>.</summary>");
        code.Line(
            $"{access} static ApiFeature {name} {{ get; }} = "
            + $"new(\"{operation.Name}.{parameter.Name}\", {parameter.Versions.AsWritten}, {operation.Name});");
        code.Line();
    }
}
