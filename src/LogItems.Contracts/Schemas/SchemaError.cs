using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>A violation of a schema by a JSON value.</summary>
/// <param name="Pointer">The JSON pointer of the value; empty for the whole value.</param>
/// <param name="Keyword">The violated keyword of the schema.</param>
/// <param name="Schema">The location of that keyword in the contract.</param>
/// <param name="Message">What was expected and what was found, as a full sentence.</param>
public sealed record SchemaError(string Pointer, string Keyword, Location Schema, string Message);
