using System.Security.Cryptography;
using System.Text;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Reports;

/// <summary>The identity of a finding across reports.</summary>
internal static class FindingFingerprint
{
    // Unlike lines, pointers and values do not change with edits elsewhere.
    public static string Of(Finding finding)
    {
        string?[] parts =
        [
            finding.RuleId, finding.Location.Pointer, finding.Change?.Base.Pointer, finding.Change?.Revision.Pointer,
            finding.Change?.Was, finding.Change?.Is, finding.Change is null ? finding.Message : null,
            // A finding outside of files is identified by its exchange.
            finding.Location.Line == 0 ? finding.Location.File : null,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];
    }
}
