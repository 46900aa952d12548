namespace LogItems.FakeServer.Facts;

/// <summary>An operation of the contract in all versions.</summary>
internal sealed record ContractOperation(string Name, string Method, string Path, VersionRange Versions)
{
    public required IReadOnlyList<ContractParameter> Parameters { get; init; }

    public required IReadOnlyList<ContractParameter> FormFields { get; init; }

    public required IReadOnlyList<(int Status, VersionRange Versions)> Successes { get; init; }

    /// <summary>The versions in which the body may be an object: a page, for a list.</summary>
    public required VersionRange ObjectBodies { get; init; }

    /// <summary>The versions in which the body may be an array.</summary>
    public required VersionRange ArrayBodies { get; init; }

    /// <summary>A query parameter; null if the operation does not have it in that version.</summary>
    public ContractParameter? Parameter(string name, ApiVersion version) => Find(Parameters, name, version);

    public bool HasFormField(string name, ApiVersion version) => Find(FormFields, name, version) is not null;

    /// <summary>The success status in one version.</summary>
    public int SuccessStatus(ApiVersion version) => Successes.First(success => success.Versions.Includes(version)).Status;

    private static ContractParameter? Find(IReadOnlyList<ContractParameter> parameters, string name, ApiVersion version) =>
        parameters.FirstOrDefault(parameter => parameter.Name == name && parameter.Versions.Includes(version));
}
