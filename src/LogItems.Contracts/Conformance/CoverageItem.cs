namespace LogItems.Contracts.Conformance;

/// <summary>A part of a contract that exchanges can cover.</summary>
/// <param name="Kind">The kind of part.</param>
/// <param name="Name">Its name: <c>GET /JobSessions 404</c>, <c>LogItem.usn</c>.</param>
/// <param name="IsCovered">Whether an exchange covered it.</param>
public sealed record CoverageItem(CoverageKind Kind, string Name, bool IsCovered);
