namespace LogItems.FakeServer.Facts;

/// <summary>A query parameter or form field of an operation, the versions that have it, and its values.</summary>
internal sealed record ContractParameter(
    string Name, VersionRange Versions, string? Minimum, string? Maximum, string? Default, IReadOnlyList<ContractWord> Words)
{
    /// <summary>The values of an enum in one version; none if the parameter is not an enum.</summary>
    public IReadOnlyList<string> WordsIn(ApiVersion version) =>
        [.. Words.Where(word => word.Versions.Includes(version)).Select(word => word.Text)];
}
