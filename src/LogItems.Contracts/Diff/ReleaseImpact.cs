namespace LogItems.Contracts.Diff;

/// <summary>How much a release changes for its users, as semantic versioning counts it.</summary>
public enum ReleaseImpact
{
    /// <summary>Nothing that a caller or code can notice.</summary>
    Patch,

    /// <summary>Additions and announcements.</summary>
    Minor,

    /// <summary>A change that breaks callers or code, or may do so.</summary>
    Major,
}
