using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LogItems.Contracts;

/// <summary>Nodes as block-style YAML.</summary>
internal static class YamlContractWriter
{
    private static readonly EmitterSettings Settings = new EmitterSettings()
        .WithBestIndent(2)
        .WithBestWidth(YamlStringStyle.Width)
        .WithIndentedSequences()
        .WithNewLine("\n");

    public static void Write(ContractNode node, TextWriter writer)
    {
        var emitter = new Emitter(writer, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(node, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    private static void Write(ContractNode node, Emitter emitter)
    {
        switch (node)
        {
            case ContractMap map:
                // An empty mapping has no block form.
                emitter.Emit(new MappingStart(
                    AnchorName.Empty, TagName.Empty, true, map.Entries.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in map.Entries)
                {
                    emitter.Emit(Text(key, YamlStringStyle.OfKey(key)));
                    Write(value, emitter);
                }

                emitter.Emit(new MappingEnd());
                break;
            case ContractList list:
                emitter.Emit(new SequenceStart(
                    AnchorName.Empty, TagName.Empty, true, list.Items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list.Items)
                {
                    Write(item, emitter);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case ContractScalar { Kind: ScalarKind.String } scalar:
                emitter.Emit(Text(scalar.Text, YamlStringStyle.OfValue(scalar.Text)));
                break;
            case ContractScalar scalar:
                emitter.Emit(Text(scalar.Text, ScalarStyle.Plain));
                break;
        }
    }

    private static Scalar Text(string text, ScalarStyle style) =>
        new(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true);
}
