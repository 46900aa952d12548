using System.Text.RegularExpressions;

namespace LogItems.Contracts.Documents;

/// <summary>Loads documents from a file, a URL, a git revision or standard input.</summary>
public static partial class ContractSource
{
    /// <summary>Loads a document by the name that a user specified: <c>-</c> for <paramref name="standardInput"/>, <c>https://host/openapi.json</c>,
    /// <c>HEAD~1:openapi/logitems.yaml</c> for a file in a git revision (the path starts at the repository's root), or a path.</summary>
    /// <param name="name">The name that the user specified.</param>
    /// <param name="standardInput">The text that <c>-</c> refers to.</param>
    /// <param name="options">The options of loading.</param>
    /// <param name="cancellationToken">Cancels loading.</param>
    /// <remarks>A file that exists under the name always takes precedence.</remarks>
    /// <exception cref="ContractLoadException">The document cannot be read or reached, is too large, is not YAML or JSON, is not OpenAPI of a
    /// version that is version, or contains a reference that is not local or has no target.</exception>
    public static async Task<ContractDocument> LoadAsync(
        string name, TextReader standardInput, ContractLoadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(standardInput);
        options ??= new ContractLoadOptions();
        if (name == "-")
        {
            // A read from a console cannot be canceled.
            var reading = Task.Run(() => BoundedText.Read(standardInput, "stdin", options.MaxLength, cancellationToken), cancellationToken);
            return ContractDocument.Parse(await reading.WaitAsync(cancellationToken).ConfigureAwait(false), "stdin", options, cancellationToken);
        }

        if (!File.Exists(name) && IsUrl(name, out var url))
        {
            var answer = await UrlSource.ReadAsync(url, options, cancellationToken).ConfigureAwait(false);
            return ContractDocument.Parse(answer, UrlSource.Name(url), options, cancellationToken, url);
        }

        if (!File.Exists(name) && GitRevision().IsMatch(name))
        {
            using var file = await GitSource.ReadAsync(name, options, cancellationToken).ConfigureAwait(false);
            return ContractDocument.Load(file, name, options);
        }

        return ContractDocument.Load(name, options, cancellationToken);
    }

    private static bool IsUrl(string name, out Uri url) =>
        Uri.TryCreate(name, UriKind.Absolute, out url!) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    // A single letter before the colon is a drive.
    [GeneratedRegex(@"^[^:]{2,}:(?!/).+\z")]
    private static partial Regex GitRevision();
}
