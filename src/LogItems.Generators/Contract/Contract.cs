namespace LogItems.Generators;

/// <summary>The parts of the contract that code is generated from, as values that an incremental pipeline can compare.</summary>
/// <param name="Versions">The API versions, oldest first.</param>
/// <param name="Operations">The operations, in the contract's order.</param>
/// <param name="Schemas">The component schemas, in the contract's order.</param>
/// <param name="Problem">The reason why the contract cannot be read; null if it can.</param>
internal sealed record Contract(
    EquatableArray<ContractVersion> Versions,
    EquatableArray<ContractOperation> Operations,
    EquatableArray<ContractSchema> Schemas,
    ContractProblem? Problem = null)
{
    public static Contract Unreadable(ContractProblem problem) => new(default, default, default, problem);
}
