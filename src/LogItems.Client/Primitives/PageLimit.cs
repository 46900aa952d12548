namespace LogItems.Primitives;

/// <summary>The documented page sizes.</summary>
internal static class PageLimit
{
    /// <summary>The number of items on a page that was requested without <c>limit</c>, as documented.</summary>
    public const int Default = 30;

    /// <summary>The largest <c>limit</c> that the API documents, in items.</summary>
    public const int Maximum = 10_000;
}
