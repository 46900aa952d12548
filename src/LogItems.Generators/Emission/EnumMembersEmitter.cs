using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators;

/// <summary>Emits the reader of an enum: one static class.</summary>
internal static class EnumMembersEmitter
{
    public static SourceText Emit(EnumMembers words)
    {
        var code = CodeWriter.ForReadersOf(words.Namespace);
        code.Line($"/// <summary>The values of <see cref=\"{words.Name}\"/> on the wire.</summary>");
        code.Block($"internal static class {words.Name}Words", () =>
        {
            EmitRead(code, words, "TokenReader");
            EmitRead(code, words, "LayoutReader");
            code.Block($"private static bool TryParse(ReadOnlySpan<byte> word, out {words.Name} value)", () =>
            {
                NameMatchEmitter.Emit(
                    code,
                    "word",
                    words.Words.Select(word => (word.OnWire, $"{{ value = {words.Name}.{word.Name}; return true; }}")));
                code.Line().Line("value = default;").Line("return false;");
            });
        });
        return code.ToSource();
    }

    private static void EmitRead(CodeWriter code, EnumMembers words, string reader)
    {
        code.Block($"public static bool TryRead(ref {reader} reader, out {words.Name} value)", () => code
            .Line("value = default;")
            .Line("return reader.TryWord(out var word) && TryParse(word, out value);"));
        code.Line();
    }
}
