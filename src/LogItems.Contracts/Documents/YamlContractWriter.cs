namespace LogItems.Contracts.Documents;

/// <summary>Writes nodes as block-style YAML.</summary>
/// <remarks>YamlDotNet's emitter is not used, because it loses tabs when it breaks long quoted texts.</remarks>
internal sealed class YamlContractWriter(TextWriter writer)
{
    private const int Step = 2;

    public static void Write(ContractMap root, TextWriter writer)
    {
        var yaml = new YamlContractWriter(writer);
        if (root.Entries.Count == 0)
        {
            writer.Write("{}\n");
        }

        yaml.WriteMap(root, 0, startsOnLine: false);
    }

    /// <summary>Writes the value after a key or a dash, up to the end of its last line.</summary>
    private void WriteValue(ContractNode node, int indent, bool isItem)
    {
        switch (node)
        {
            case ContractMap { Entries.Count: 0 }:
                writer.Write(" {}\n");
                break;
            case ContractList { Items.Count: 0 }:
                writer.Write(" []\n");
                break;
            case ContractMap map:
                writer.Write(isItem ? " " : "\n");
                WriteMap(map, indent + Step, isItem);
                break;
            case ContractList list:
                writer.Write(isItem ? " " : "\n");
                WriteList(list, indent + Step, isItem);
                break;
            case ContractScalar { IsString: true } scalar:
                writer.Write($" {YamlText.OfValue(scalar.Text, indent + Step)}\n");
                break;
            case ContractScalar scalar:
                writer.Write($" {scalar.Text}\n");
                break;
        }
    }

    private void WriteMap(ContractMap map, int indent, bool startsOnLine)
    {
        foreach (var (key, value) in map.Entries)
        {
            WriteIndent(startsOnLine ? 0 : indent);
            startsOnLine = false;
            writer.Write($"{YamlText.OfKey(key)}:");
            WriteValue(value, indent, isItem: false);
        }
    }

    private void WriteList(ContractList list, int indent, bool startsOnLine)
    {
        foreach (var item in list.Items)
        {
            WriteIndent(startsOnLine ? 0 : indent);
            startsOnLine = false;
            writer.Write('-');
            WriteValue(item, indent, isItem: true);
        }
    }

    private void WriteIndent(int width) => writer.Write(new string(' ', width));
}
