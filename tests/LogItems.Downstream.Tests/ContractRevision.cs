namespace LogItems.Downstream.Tests;

/// <summary>The change of the contract that is tried on the service: one property comes, one goes.</summary>
internal static class ContractRevision
{
    public const string Added = "backupWindow";

    public const string Removed = "progress";

    private const string RemovedLines = """
                progress:
                  type: integer
                  format: int32
                  description: |-
                    API v3 and earlier: Number of mailboxes processed so far.
                    API v4 and later: Number of objects processed so far.

        """;

    private const string AddedLines = """
                backupWindow:
                  type: string
                  description: The window that the job was allowed to run in.

        """;

    /// <summary>Changes the contract in this file.</summary>
    public static void Apply(string contract)
    {
        var text = File.ReadAllText(contract);
        Assert.That(text, Does.Contain(RemovedLines));
        File.WriteAllText(contract, text.Replace(RemovedLines, AddedLines, StringComparison.Ordinal));
    }
}
