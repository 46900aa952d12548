using System.Globalization;
using System.Text.RegularExpressions;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Verification;

/// <summary>Merges the findings that are the same for many exchanges or many items of a list.</summary>
public static partial class CondensedFindings
{
    /// <summary>Keeps the first of each kind, with the number of the others in its message; the order is preserved.</summary>
    public static IReadOnlyList<Finding> Of(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return
        [
            .. from finding in findings
               group finding by (
                   finding.RuleId, finding.Level, Identifier().Replace(finding.Message, "*"), Index().Replace(finding.Location.Pointer, "/*"),
                   Identifier().Replace(WithoutSource(finding.Location.File), "*"))
               into alike
               let first = alike.First()
               let more = alike.Count() - 1
               select more == 0 ? first : first with
               {
                   Message = string.Create(CultureInfo.InvariantCulture, $"{first.Message} (And {more} more like it.)"),
               },
        ];
    }

    private static string WithoutSource(string file) => Source().Replace(file, "");

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Identifier();

    [GeneratedRegex("/[0-9]+(?=/|$)")]
    private static partial Regex Index();

    [GeneratedRegex("^.* entry [0-9]+: ")]
    private static partial Regex Source();
}
