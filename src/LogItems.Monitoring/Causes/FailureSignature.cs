using LogItems.Monitoring.Causes;

namespace LogItems.Monitoring;

/// <summary>The object and the cause of a log item, without the parts that vary from run to run.</summary>
/// <param name="ObjectKind">The kind of the object; null if the text has none.</param>
/// <param name="ObjectName">The name of the object as printed, or its address or identifier if it has no name; null if the text has none.</param>
/// <param name="ObjectAddress">The web or e-mail address of the object; null if the text has none.</param>
/// <param name="Cause">
/// The reason, at most 2,000 characters: the text behind a known frame such as <c>finished with warning:</c>, else the whole text. Identifiers
/// in parentheses are removed; other variable parts are replaced by <c>{id}</c>, <c>{address}</c>, <c>{url}</c>, <c>{path}</c>, <c>{date}</c>,
/// <c>{time}</c>, <c>{size}</c>, <c>{number}</c> and <c>{name}</c>. Error codes, such as <c>(404)</c> and <c>0x87FA0080</c>, are kept.
/// </param>
public sealed record FailureSignature(LogItemSubjectKind? ObjectKind, string? ObjectName, string? ObjectAddress, string Cause)
{
    /// <summary>Reads the signature of a log item.</summary>
    /// <param name="item">The item, of any level and API version.</param>
    public static FailureSignature Of(LogItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var references = item.References;
        if (item.Subject is { } subject)
        {
            var reason = item.Cause ?? NamedObject.Remove(item.Text, subject.Name);
            var found = references.FirstOrDefault(reference => reference.Kind == LogItemReferenceKind.Mailbox)?.Value;
            var address = subject.Address ?? (subject.Name is null ? found : null);
            return new(subject.Kind, subject.Name ?? address ?? subject.Id?.ToString(), address, CauseText.Of(reason, subject.Name, references));
        }

        var text = item.Cause ?? item.Text;
        if (NamedObject.Find(text) is { } named)
        {
            return new(named.Kind, named.Name, named.Address, CauseText.Of(named.Rest, named.Name, references));
        }

        return NamedObject.FromReferences(references) is var (kind, only)
            ? new(kind, only, only, CauseText.Of(text, name: null, references))
            : new(null, null, null, CauseText.Of(text, name: null, references));
    }

    /// <summary>The identity of the object: its address if it has one, else its name, regardless of letter case.</summary>
    internal string ObjectKey => ObjectName is null ? "" : $"{ObjectKind} {ObjectAddress ?? ObjectName}".ToUpperInvariant();
}
