using System.Security.Cryptography;
using System.Text;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Reports;

/// <summary>What recognizes a finding in the report of another day.</summary>
internal static class FindingFingerprint
{
    // Lines move with every edit above them; pointers and values do not.
    public static string Of(Finding finding)
    {
        string?[] parts =
        [
            finding.RuleId, finding.Location.Pointer, finding.Change?.Base.Pointer, finding.Change?.Revision.Pointer,
            finding.Change?.Was, finding.Change?.Is, finding.Change is null ? finding.Message : null,
            // What stands in no file is known by its exchange.
            finding.Location.Line == 0 ? finding.Location.File : null,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];
    }
}
