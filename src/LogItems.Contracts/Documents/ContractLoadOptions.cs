namespace LogItems.Contracts.Documents;

/// <summary>What is accepted on loading a document, and how long it may take.</summary>
public sealed class ContractLoadOptions
{
    /// <summary>The most that is read of a document.</summary>
    /// <value>Characters; at least 1; 16,777,216 by default, four times the largest published contract that is in use here.</value>
    public int MaxLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>The folder in which the files have to be that a document names, by <c>$ref</c> or <c>externalValue</c>.</summary>
    /// <value>Null by default: the document's own folder; of a text without a folder, the current one.</value>
    public string? RootFolder { get; init; }

    /// <summary>Whether documents on servers are read to which a document refers by <c>$ref</c>, as <c>https://host/common.yaml#/A</c>.</summary>
    /// <value>False by default, so that loading a file contacts nobody. If true: http and https only, at most 1,000 files with the local
    /// ones, each of at most <see cref="MaxLength"/>, all of them within <see cref="Timeout"/>, and no redirect from https to http. What
    /// comes from a server cannot refer to local files.</value>
    public bool AllowRemote { get; init; }

    /// <summary>How long a server or git may take; all documents together that a document refers to.</summary>
    /// <value>More than zero; 30 seconds by default.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What requests for a URL go through; null for the system's own connection.</summary>
    public HttpMessageHandler? PrimaryHandler { get; init; }
}
