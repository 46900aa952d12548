namespace LogItems.Cli.Hosting;

/// <summary>The exit codes of the tool, documented in its help.</summary>
internal static class ExitCode
{
    /// <summary>Success, also if the reader closed the pipe or <c>serve</c> was stopped.</summary>
    public const int Ok = 0;

    /// <summary>
    /// Findings: the contract has errors, there are failures that <c>--fail-on</c> names, the certificate is not the pinned one, or a followed session ended
    /// in a way that <c>--fail-on</c> names.
    /// </summary>
    public const int Findings = 1;

    /// <summary>Invalid usage; no request was sent, except to detect the API version.</summary>
    public const int Usage = 2;

    /// <summary>A file or server cannot be read, written or reached, or did not respond in time.</summary>
    public const int Unreachable = 3;

    /// <summary>The API returned an error or violated the contract.</summary>
    public const int ApiError = 4;

    /// <summary>An internal error of the tool.</summary>
    public const int InternalError = 70;

    /// <summary>Canceled by Ctrl-C.</summary>
    public const int Canceled = 130;

    /// <summary>Canceled by SIGTERM.</summary>
    public const int Terminated = 143;
}
