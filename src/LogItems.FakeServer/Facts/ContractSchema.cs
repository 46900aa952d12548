namespace LogItems.FakeServer.Facts;

/// <summary>A schema of the contract in all versions.</summary>
internal sealed class ContractSchema(IReadOnlyList<ContractProperty> properties, IReadOnlyList<ContractWord> words)
{
    private readonly Dictionary<string, ContractProperty> _properties = properties.ToDictionary(property => property.Name);

    /// <summary>Determines whether a version has a property; false for a property that the contract does not name.</summary>
    public bool Has(string property, ApiVersion version) =>
        _properties.TryGetValue(property, out var known) && known.Versions.Includes(version);

    public bool IsNullable(string property, ApiVersion version) =>
        _properties.TryGetValue(property, out var known) && known.NullableVersions.Includes(version);

    /// <summary>Determines whether a version has a value of the enum.</summary>
    public bool HasWord(string text, ApiVersion version) => words.Any(word => word.Text == text && word.Versions.Includes(version));
}
