namespace LogItems.Contracts.Documents;

/// <summary>The limits and the timeout of loading a document.</summary>
public sealed class ContractLoadOptions
{
    /// <summary>The maximum length of a document.</summary>
    /// <value>Characters; at least 1; 16,777,216 by default, four times the size of the largest published contract.</value>
    public int MaxLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>The folder that must contain the files that a document refers to by <c>$ref</c> or <c>externalValue</c>.</summary>
    /// <value>Null by default: the document's own folder; for text without a folder, the current one.</value>
    public string? RootFolder { get; init; }

    /// <summary>Whether documents on servers are read that a document refers to by <c>$ref</c>, such as <c>https://host/common.yaml#/A</c>.</summary>
    /// <value>False by default, so that loading a file contacts no server. If true: http and https only, at most 1,000 files with the local
    /// ones, each of at most <see cref="MaxLength"/>, all of them within <see cref="Timeout"/>, and no redirect from https to http. What
    /// comes from a server cannot refer to local files.</value>
    public bool AllowRemote { get; init; }

    /// <summary>The timeout of a server or of git, for all referenced documents together.</summary>
    /// <value>More than zero; 30 seconds by default.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The handler of requests for a URL; null for the system's own connection.</summary>
    public HttpMessageHandler? PrimaryHandler { get; init; }
}
