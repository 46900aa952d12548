using LogItems.Contracts.Lint.Rules;

namespace LogItems.Contracts.Lint;

/// <summary>The rules for documents, apart from those for their annotations.</summary>
public static class LintRules
{
    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new AmbiguousExample(),
        new AmbiguousPath(),
        new ContradictoryBounds(),
        new DuplicateOperationId(),
        new DuplicateParameter(),
        new IgnoredBesideRef(),
        new InvalidComponentName(),
        new InvalidDefault(),
        new InvalidEnumValue(),
        new InvalidExample(),
        new InvalidMethod(),
        new InvalidPath(),
        new InvalidPattern(),
        new InvalidStatus(),
        new InvalidTagParent(),
        new InvalidType(),
        new MalformedParameter(),
        new MissingExample(),
        new MissingKey(),
        new MissingProse(),
        new PathParameterMismatch(),
        new UndeclaredSecurityScheme(),
        new UnknownKey(),
        new UnreadableExample(),
        new WrongType(),
    ];
}
