namespace LogItems.Contracts.Diff;

/// <summary>The impact of a release on its users, in terms of semantic versioning.</summary>
public enum ReleaseImpact
{
    /// <summary>Changes that neither callers nor code can notice.</summary>
    Patch,

    /// <summary>Additions and announcements.</summary>
    Minor,

    /// <summary>A change that breaks callers or code, or may do so.</summary>
    Major,
}
