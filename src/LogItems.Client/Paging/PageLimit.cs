namespace LogItems;

internal static class PageLimit
{
    /// <summary>The largest <c>limit</c> that the API documents, in items.</summary>
    public const int Maximum = 10_000;
}
