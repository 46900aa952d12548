using LogItems.Contracts.Findings;
using LogItems.Contracts.Conformance;

namespace LogItems.Contracts.Verification;

/// <summary>The rules that a server is checked against, in addition to <see cref="ExchangeRules"/>.</summary>
public static class VerificationRules
{
    /// <summary>A valid request failed, or an invalid one was neither rejected as expected nor accepted.</summary>
    public const string UnexpectedStatus = "unexpected-status";

    /// <summary>An invalid request was accepted; level Info if only a number was out of range, Warn in an
    /// exploration.</summary>
    public const string BadRequestAccepted = "bad-request-accepted";

    /// <summary>A generated request made the server fail with a status of 500 or more.</summary>
    public const string ServerError = "server-error";

    /// <summary>The connection was lost before the response was complete.</summary>
    public const string BrokenAnswer = "broken-answer";

    /// <summary>A response took longer than <see cref="VerificationOptions.SlowAfter"/>; level Warn.</summary>
    public const string SlowAnswer = "slow-answer";

    /// <summary>A recorded body cannot be decoded; level Warn.</summary>
    public const string UndecodableBody = "undecodable-body";

    /// <summary>The exchanges cover less of the contract than required.</summary>
    public const string InsufficientCoverage = "insufficient-coverage";

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new(UnexpectedStatus, FindingLevel.Error, "A valid request failed, or an invalid one was neither rejected as expected nor accepted."),
        new(BadRequestAccepted, FindingLevel.Error, "An invalid request was accepted."),
        new(ServerError, FindingLevel.Error, "A generated request made the server fail with a status of 500 or more."),
        new(BrokenAnswer, FindingLevel.Error, "The connection was lost before the response was complete."),
        new(SlowAnswer, FindingLevel.Warn, "A response took longer than the configured time."),
        new(UndecodableBody, FindingLevel.Warn, "A recorded body cannot be decoded."),
        new(InsufficientCoverage, FindingLevel.Error, "The exchanges cover less of the contract than required."),
    ];
}
