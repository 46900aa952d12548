using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>One alternative of <c>oneOf</c> or <c>anyOf</c>.</summary>
internal sealed record SchemaAlternative(string Keyword, ContractNode Node);
