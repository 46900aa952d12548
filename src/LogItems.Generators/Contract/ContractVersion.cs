namespace LogItems.Generators;

/// <summary>A version of the API.</summary>
/// <param name="Number">The number in its name: 10 for <c>v10</c>.</param>
/// <param name="Description">Its description in the contract; empty without one.</param>
internal sealed record ContractVersion(int Number, string Description);
