namespace LogItems.Contracts;

/// <summary>What came of matching a text with a pattern.</summary>
internal enum PatternVerdict
{
    Match,
    NoMatch,
    TimedOut,
    Unreadable,
}
