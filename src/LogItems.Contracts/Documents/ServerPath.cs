using System.Text.RegularExpressions;

namespace LogItems.Contracts.Documents;

/// <summary>The paths of the server URLs.</summary>
internal static partial class ServerPath
{
    /// <summary>Returns the path of each server, with variables replaced by their defaults.</summary>
    public static IEnumerable<string> All(ContractMap owner) =>
        owner.ItemsOf("servers").OfType<ContractMap>().Select(Of).OfType<string>();

    private static string? Of(ContractMap server)
    {
        if (server["url"] is not ContractScalar url)
        {
            return null;
        }

        var path = Origin().Replace(url.Text, "").TrimEnd('/');
        foreach (var (name, variable) in server.EntriesOf("variables"))
        {
            path = path.Replace($"{{{name}}}", ((variable as ContractMap)?["default"] as ContractScalar)?.Text, StringComparison.Ordinal);
        }

        return path;
    }

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9+.-]*:)?//[^/]*")]
    private static partial Regex Origin();
}
