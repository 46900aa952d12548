namespace LogItems.Contracts.Schemas;

/// <summary>What came of matching a text with a pattern.</summary>
internal enum PatternVerdict
{
    Match,
    NoMatch,
    TimedOut,
    Unreadable,
}
