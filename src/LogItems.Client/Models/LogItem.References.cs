using Newtonsoft.Json;

namespace LogItems;

public partial class LogItem
{
    /// <summary>The identifiers, mailboxes and web addresses in <see cref="Text"/>, in the text's order; empty if there are none.</summary>
    /// <remarks>
    /// Computed on first access. User text, such as a mail subject, can be part of the text, so a reference need not be related to the
    /// operation. The API documents no format; the forms are those seen in texts of real servers.
    /// </remarks>
    [JsonIgnore]
    public IReadOnlyList<LogItemReference> References => Parsed.References;
}
