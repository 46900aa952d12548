using Newtonsoft.Json;

namespace LogItems;

public partial class LogItem
{
    /// <summary>The mailbox, site, team or other object that the operation processed; null if <see cref="Text"/> has no known form.</summary>
    /// <remarks>
    /// Computed on first access. The API documents no format; the forms are those seen in texts of real servers:
    /// <c>Processing site: Sales (https://…)</c>, <c>Processing mailbox NAME finished with warning: …</c>,
    /// <c>Failed to process team: NAME. …</c>, <c>User was not found … (ID: …, name: NAME)</c>. Any other text gives null.
    /// </remarks>
    [JsonIgnore]
    public LogItemSubject? Subject => Parsed.Subject;

    /// <summary>The reason for a warning or an error, without the object's name; null if <see cref="Text"/> has no known form.</summary>
    /// <remarks>
    /// The text after <c>completed with warning:</c>, <c>finished with warning:</c>, <c>failed with error:</c>,
    /// <c>Failed to process team: NAME.</c> or <c>Processing mailbox: ADDRESS.</c>; see <see cref="Subject"/>.
    /// </remarks>
    [JsonIgnore]
    public string? Cause => Parsed.Cause;
}
