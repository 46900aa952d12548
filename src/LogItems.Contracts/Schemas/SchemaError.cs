using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>A place where a JSON value does not keep to its schema.</summary>
/// <param name="Pointer">The JSON pointer of the value; empty for the whole value.</param>
/// <param name="Keyword">The keyword of the schema that was not kept.</param>
/// <param name="Schema">Where that keyword stands in the contract.</param>
/// <param name="Message">What was expected and what was found, as a full sentence.</param>
public sealed record SchemaError(string Pointer, string Keyword, Location Schema, string Message);
