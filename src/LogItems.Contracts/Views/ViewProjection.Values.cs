using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Views;

internal sealed partial class ViewProjection
{
    private void InlineExample(List<KeyValuePair<string, ContractNode>> entries)
    {
        var index = entries.FindIndex(entry => entry.Key == "externalValue");
        if (index >= 0 && entries[index].Value is ContractScalar { IsString: true } file && !DocumentFolder.IsOnTheWeb(file.Text)
            && document.Folder is { } folder)
        {
            entries[index] = new KeyValuePair<string, ContractNode>("value", WithLinksOfVersion(folder.ReadExample(file)));
        }
    }

    private void PinServerVersion(ContractMap variable, List<KeyValuePair<string, ContractNode>> entries)
    {
        ContractScalar Name(ContractNode? place) =>
            new(ScalarKind.String, ContractVersions.NameOf(version), (place ?? variable).Location);

        entries.RemoveAll(entry => entry.Key == "x-enum-descriptions");
        Replace(entries, "default", Name(variable["default"]));
        Replace(entries, "enum", new ContractList([Name(variable["enum"])], (variable["enum"] ?? variable).Location));
    }
}
