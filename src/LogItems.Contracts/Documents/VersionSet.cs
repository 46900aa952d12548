namespace LogItems.Contracts.Documents;

/// <summary>A set of API versions.</summary>
internal readonly record struct VersionSet
{
    private readonly ulong _bits;

    private VersionSet(ulong bits) => this._bits = bits;

    public static VersionSet None => default;

    public static VersionSet All { get; } = Between(ContractVersions.First, ContractVersions.Last);

    public bool IsEmpty => _bits == 0;

    /// <summary>All versions from the one to the other, both inclusive; empty if the first is later than the last.</summary>
    public static VersionSet Between(int since, int until)
    {
        var set = 0UL;
        foreach (var version in ContractVersions.Numbers)
        {
            set |= version >= since && version <= until ? 1UL << version : 0;
        }

        return new VersionSet(set);
    }

    public static VersionSet operator &(VersionSet left, VersionSet right) => new(left._bits & right._bits);

    public static VersionSet operator |(VersionSet left, VersionSet right) => new(left._bits | right._bits);

    /// <summary>The versions in this set but not in the other.</summary>
    public VersionSet Except(VersionSet other) => new(_bits & ~other._bits);

    public bool Contains(int version) => (_bits & (1UL << version)) != 0;

    public override string ToString() =>
        string.Join(", ", ContractVersions.Numbers.ToArray().Where(Contains).Select(ContractVersions.NameOf));
}
