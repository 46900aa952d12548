using LogItems.Contracts.Documents;
using System.Text.RegularExpressions;

namespace LogItems.Contracts.Views;

internal sealed partial class ViewProjection
{
    private static readonly string[] Prose = ["summary", "description"];

    private void AdjustProse(Element element, List<KeyValuePair<string, ContractNode>> entries)
    {
        if (OpenApiGrammar.HasFreeNames(element.Kind))
        {
            return;
        }

        foreach (var key in Prose)
        {
            var index = entries.FindIndex(entry => entry.Key == key);
            if (index >= 0 && entries[index].Value is ContractScalar { IsString: true } prose)
            {
                var text = VersionProse.Project(prose.Text, version);

                // OpenAPI requires the description of a response.
                Replace(entries, key, text.Length > 0 || element.Kind == ElementKind.Response
                    ? new ContractScalar(ScalarKind.String, text, prose.Location)
                    : null);
            }
        }
    }

    /// <summary>Adapts the links of an example that is shared by several versions.</summary>
    private ContractNode WithLinksOfVersion(ContractNode node) => node switch
    {
        ContractMap map => new ContractMap(
            [.. map.Entries.Select(entry => new KeyValuePair<string, ContractNode>(entry.Key, WithLinksOfVersion(entry.Value)))], map.Location),
        ContractList list => new ContractList([.. list.Items.Select(WithLinksOfVersion)], list.Location),
        ContractScalar { IsString: true } text => new ContractScalar(
            ScalarKind.String, VersionOfLink().Replace(text.Text, ContractVersions.NameOf(version)), text.Location),
        _ => node,
    };

    [GeneratedRegex(@"(?<=^(https?://[^/\s]+)?/)v\d+(?=/)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex VersionOfLink();
}
