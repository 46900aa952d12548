namespace LogItems.Contracts.Schemas;

/// <summary>The result of matching a text with a pattern.</summary>
internal enum PatternVerdict
{
    Match,
    NoMatch,
    TimedOut,
    Unreadable,
}
