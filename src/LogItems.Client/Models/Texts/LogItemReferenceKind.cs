namespace LogItems;

/// <summary>The kind of a reference in a log item's text.</summary>
public enum LogItemReferenceKind
{
    /// <summary>An identifier, a GUID, as in <c>(ID: 7f0c8c1e-…)</c> or <c>(ID: 7f0c8c1e-…, name: Anna Sample)</c>.</summary>
    Id,

    /// <summary>A mailbox by its address, as in <c>Processing mailbox: user@contoso.onmicrosoft.com</c>.</summary>
    Mailbox,

    /// <summary>The address of a site or another web resource, as in <c>https://contoso.sharepoint.com/sites/Name</c>.</summary>
    Url,

    /// <summary>The identifier of a list, a GUID, as in <c>(listID: 7f0c8c1e-…, itemID: 0b1d5a3c-…)</c>.</summary>
    ListId,

    /// <summary>The identifier of an item of a list, a GUID, as in <c>(listID: 7f0c8c1e-…, itemID: 0b1d5a3c-…)</c>.</summary>
    ItemId,
}
