namespace LogItems.Generators;

/// <summary>A schema of the contract: an object, or an enum.</summary>
/// <param name="Name">Its name in the contract.</param>
/// <param name="Properties">Its properties; none for an enum.</param>
/// <param name="Words">Its values; none for an object.</param>
internal sealed record ContractSchema(string Name, EquatableArray<ContractProperty> Properties, EquatableArray<ContractWord> Words);
