namespace LogItems.Contracts.Documents;

/// <summary>Reads the body that an example names by <c>externalValue</c>.</summary>
internal static class ExampleFile
{
    public static ContractNode Read(ContractDocument document, ContractScalar externalValue)
    {
        var path = Path.Combine(Path.GetDirectoryName(document.File) ?? "", externalValue.Text);
        using var reader = ContractFile.Open(path, externalValue.Location);
        return new NodeReader(path).Read(reader);
    }
}
