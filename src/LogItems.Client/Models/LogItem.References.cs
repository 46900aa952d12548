using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace LogItems;

public partial class LogItem
{
    // A web address comes first, so that nothing inside it counts again; it ends at white space or a quote, and loses the
    // punctuation of the sentence behind it.
    private const string ReferenceExpression =
        @"(?<url>\bhttps?://[^\s""'<>()]+)"
        + @"|(?<=\(ID:\s?)(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=\))"
        + @"|(?<mailbox>\b[\w.%+-]+@[\w-]+(\.[\w-]+)+)";

    private const RegexOptions ReferenceOptions = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>The identifiers, mailboxes and web addresses that the text names, in the text's order.</summary>
    /// <remarks>
    /// The text may hold user text, such as a mail subject, and so name things that the operation had nothing to do with. The
    /// forms are those seen in titles of real servers; the service documents none.
    /// </remarks>
    [JsonIgnore]
    public IReadOnlyList<LogItemReference> References =>
        [.. ReferencePattern().Matches(Text).Cast<Match>().Select(match => new LogItemReference(KindOf(match), match.Value.TrimEnd('.', ',', ';', ':', '!', '?')))];

    private static LogItemReferenceKind KindOf(Match match) =>
        match.Groups["url"].Success ? LogItemReferenceKind.Url
        : match.Groups["id"].Success ? LogItemReferenceKind.Id
        : LogItemReferenceKind.Mailbox;

    [GeneratedRegex(ReferenceExpression, ReferenceOptions)]
    private static partial Regex ReferencePattern();
}
