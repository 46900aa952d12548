using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>A change of a schema that has a rule in every place where schemas are used.</summary>
/// <param name="Suffix">The end of the ids of its rules.</param>
/// <param name="Effect">What it does to the values that are allowed.</param>
/// <param name="Request">The level on the wire where the values are sent.</param>
/// <param name="Response">The level on the wire where the values are answered.</param>
/// <param name="Sdk">The level for the SDK.</param>
/// <param name="Words">What has happened, after the words for the place.</param>
/// <param name="Opposites">The suffixes of the opposite rules.</param>
internal sealed record SchemaConstraint(
    string Suffix, SchemaEffect Effect, FindingLevel Request, FindingLevel Response, FindingLevel Sdk, string Words,
    params string[] Opposites);
