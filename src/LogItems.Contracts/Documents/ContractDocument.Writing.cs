namespace LogItems.Contracts.Documents;

public sealed partial class ContractDocument
{
    /// <summary>Writes the document as block-style YAML that all YAML versions parse the same.</summary>
    public void WriteYaml(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        YamlContractWriter.Write(Root, writer);
    }

    /// <summary>Writes the document as indented JSON.</summary>
    public void WriteJson(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(PrintableText.EscapeJson(JsonContractWriter.Write(Root, indented: true)));
        writer.Write('\n');
    }
}
