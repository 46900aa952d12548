namespace LogItems;

/// <summary>What a log item's text names.</summary>
public enum LogItemReferenceKind
{
    /// <summary>An identifier, a GUID, as in <c>(ID: 7f0c8c1e-…)</c>.</summary>
    Id,

    /// <summary>A mailbox by its address, as in <c>Processing mailbox: user@contoso.onmicrosoft.com</c>.</summary>
    Mailbox,

    /// <summary>The address of a site or another web resource, as in <c>https://contoso.sharepoint.com/sites/Name</c>.</summary>
    Url,
}
