namespace LogItems.Generators;

/// <summary>An operation of the API.</summary>
/// <param name="Name">Its <c>operationId</c> with a capital letter.</param>
/// <param name="Method">The HTTP method, in capital letters.</param>
/// <param name="Path">The path below the version.</param>
/// <param name="Versions">The versions that have it.</param>
/// <param name="Parameters">Its query parameters.</param>
/// <param name="FormFields">The fields of its form; empty without a form.</param>
/// <param name="Successes">Its 2xx responses.</param>
/// <param name="ObjectBodies">The versions in which the body of a success may be an object.</param>
/// <param name="ArrayBodies">The versions in which the body of a success may be an array.</param>
internal sealed record ContractOperation(
    string Name,
    string Method,
    string Path,
    VersionRange Versions,
    EquatableArray<ContractParameter> Parameters,
    EquatableArray<ContractParameter> FormFields,
    EquatableArray<ContractStatus> Successes,
    VersionRange ObjectBodies,
    VersionRange ArrayBodies);
