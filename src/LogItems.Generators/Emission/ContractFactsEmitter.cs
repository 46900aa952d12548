using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators;

/// <summary>Emits the operations and schemas of each version under the contract's names.</summary>
internal static class ContractFactsEmitter
{
    public static SourceText Emit(Contract contract)
    {
        var code = CodeWriter.ForFile("LogItems.FakeServer.Facts");
        code.Line("/// <summary>The operations of the contract.</summary>");
        code.Block("internal static class Operations", () =>
        {
            foreach (var operation in contract.Operations)
            {
                EmitOperation(code, operation);
            }
        });
        code.Line().Line("/// <summary>The schemas of the contract.</summary>");
        code.Block("internal static class Schemas", () =>
        {
            foreach (var schema in contract.Schemas)
            {
                EmitSchema(code, schema);
            }
        });
        return code.ToSource();
    }

    private static void EmitOperation(CodeWriter code, ContractOperation operation)
    {
        code.Line(
            $"public static ContractOperation {operation.Name} {{ get; }} = "
            + $"new({Text(operation.Name)}, {Text(operation.Method)}, {Text(operation.Path)}, {operation.Versions.AsCode})");
        code.Block("", () =>
        {
            code.Line($"Parameters = [{string.Join(", ", operation.Parameters.Select(Parameter))}],");
            code.Line($"FormFields = [{string.Join(", ", operation.FormFields.Select(Parameter))}],");
            code.Line($"Successes = [{string.Join(", ", operation.Successes.Select(status => $"({status.Code}, {status.Versions.AsCode})"))}],");
            code.Line($"ObjectBodies = {operation.ObjectBodies.AsCode},");
            code.Line($"ArrayBodies = {operation.ArrayBodies.AsCode},");
        }, "};");
        code.Line();
    }

    private static string Parameter(ContractParameter parameter) =>
        $"new({Text(parameter.Name)}, {parameter.Versions.AsCode}, "
            + $"{Text(parameter.Minimum)}, {Text(parameter.Maximum)}, {Text(parameter.Default)}, {Words(parameter.Words)})";

    private static void EmitSchema(CodeWriter code, ContractSchema schema)
    {
        code.Line($"public static ContractSchema {PropertyName.Of(schema.Name)} {{ get; }} = new(");
        var properties = schema.Properties
            .Select(property => $"new({Text(property.Name)}, {property.Versions.AsCode}, {property.NullableVersions.AsCode})");
        code.Indented(() => code.Line($"[{string.Join(", ", properties)}], {Words(schema.Words)});"));
        code.Line();
    }

    private static string Words(IEnumerable<ContractWord> words) =>
        $"[{string.Join(", ", words.Select(word => $"new({Text(word.Text)}, {word.Versions.AsCode})"))}]";

    private static string Text(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);
}
