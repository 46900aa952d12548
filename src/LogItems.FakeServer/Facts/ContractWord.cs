namespace LogItems.FakeServer.Facts;

/// <summary>A value of an enum of the contract, and the versions that have it.</summary>
internal sealed record ContractWord(string Text, VersionRange Versions);
