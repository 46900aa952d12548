namespace LogItems.Contracts.Conformance;

/// <summary>Something that exchanges can meet.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name: <c>GET /JobSessions 404</c>, <c>LogItem.usn</c>.</param>
/// <param name="IsCovered">Whether an exchange met it.</param>
public sealed record CoverageItem(CoverageKind Kind, string Name, bool IsCovered);
