namespace LogItems.Cli.Hosting;

/// <summary>What the tool ends with; documented in its help.</summary>
internal static class ExitCode
{
    /// <summary>Done; also when the reader of a pipe had enough, and when <c>serve</c> was told to stop.</summary>
    public const int Ok = 0;

    /// <summary>Findings: the contract has errors, the certificate is not the pinned one, or a followed session ended as <c>--fail-on</c> says.</summary>
    public const int Findings = 1;

    /// <summary>The tool was called wrongly; no request was sent, or only those that detect the API version.</summary>
    public const int Usage = 2;

    /// <summary>Something cannot be loaded, written or reached, or did not answer in time.</summary>
    public const int Unreachable = 3;

    /// <summary>The API returned an error or violated the contract.</summary>
    public const int Refused = 4;

    /// <summary>A bug in this tool.</summary>
    public const int Bug = 70;

    /// <summary>Cancelled by Ctrl-C.</summary>
    public const int Cancelled = 130;

    /// <summary>Cancelled by SIGTERM.</summary>
    public const int Terminated = 143;
}
