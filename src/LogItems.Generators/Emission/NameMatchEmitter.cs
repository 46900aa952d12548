using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace LogItems.Generators;

/// <summary>Emits the comparison of bytes with names: by length first, then byte for byte.</summary>
internal static class NameMatchEmitter
{
    /// <param name="code">The output.</param>
    /// <param name="span">The span to compare.</param>
    /// <param name="names">Each name and the statement for it.</param>
    public static void Emit(CodeWriter code, string span, IEnumerable<(string Name, string Statement)> names) =>
        code.Block($"switch ({span}.Length)", () =>
        {
            foreach (var group in names.GroupBy(entry => Encoding.UTF8.GetByteCount(entry.Name)).OrderBy(group => group.Key))
            {
                code.Line($"case {group.Key}:").Indented(() =>
                {
                    foreach (var (name, statement) in group)
                    {
                        code.Line($"if ({span}.SequenceEqual({Literal(name)}u8)) {statement}");
                    }

                    code.Line("break;");
                });
            }
        });

    /// <summary>Formats a text as a C# literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
