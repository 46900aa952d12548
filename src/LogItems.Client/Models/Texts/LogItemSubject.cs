namespace LogItems;

/// <summary>The object that an operation processed, as read from a log item's text.</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="Name">
/// The name as printed: a display name, or the address itself where nothing else is printed; null if the text has only an identifier.
/// </param>
/// <param name="Address">The web address of a site or the e-mail address of a mailbox; null if the text has none.</param>
/// <param name="Id">
/// The identifier from <c>(ID: …)</c> at the end of the text; null if absent, or if it is printed with the name of another object.
/// </param>
public sealed record LogItemSubject(LogItemSubjectKind Kind, string? Name, string? Address, Guid? Id)
{
    /// <summary>Returns the kind and the name, or the identifier if there is no name.</summary>
    public override string ToString() => $"{Kind} {Name ?? Id?.ToString()}";
}
