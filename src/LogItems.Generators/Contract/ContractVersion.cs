namespace LogItems.Generators;

/// <summary>A version of the API.</summary>
/// <param name="Number">The number in its name: 10 for <c>v10</c>.</param>
/// <param name="Description">What it brought, as the contract describes it; empty if it does not.</param>
internal sealed record ContractVersion(int Number, string Description);
