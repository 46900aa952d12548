namespace LogItems.Generators;

/// <summary>An operation of the API.</summary>
/// <param name="Name">Its <c>operationId</c> with a capital letter.</param>
/// <param name="Versions">The versions that have it.</param>
/// <param name="Parameters">Its query parameters.</param>
/// <param name="FormFields">The fields of its form; none for an operation without one.</param>
internal sealed record ContractOperation(
    string Name, VersionRange Versions, EquatableArray<ContractParameter> Parameters, EquatableArray<ContractParameter> FormFields);
