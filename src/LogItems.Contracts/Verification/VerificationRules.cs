using LogItems.Contracts.Findings;
using LogItems.Contracts.Conformance;

namespace LogItems.Contracts.Verification;

/// <summary>The rules that a server is judged by, beside <see cref="ExchangeRules"/>.</summary>
public static class VerificationRules
{
    /// <summary>A good request was not answered with success, or a bad one neither as it should be nor with success.</summary>
    public const string UnexpectedStatus = "unexpected-status";

    /// <summary>A bad request was answered with success; level Info where only a number was out of its range, Warn in an
    /// exploration.</summary>
    public const string BadRequestAccepted = "bad-request-accepted";

    /// <summary>A request that was made up to explore the server made it fail with a status of 500 or more.</summary>
    public const string ServerError = "server-error";

    /// <summary>The connection was lost before the answer was complete.</summary>
    public const string BrokenAnswer = "broken-answer";

    /// <summary>An answer took longer than <see cref="VerificationOptions.SlowAfter"/>; level Warn.</summary>
    public const string SlowAnswer = "slow-answer";

    /// <summary>A recorded body cannot be decoded; level Warn.</summary>
    public const string UndecodableBody = "undecodable-body";

    /// <summary>The exchanges met less of the contract than demanded.</summary>
    public const string InsufficientCoverage = "insufficient-coverage";

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new(UnexpectedStatus, FindingLevel.Error, "A good request was not answered with success, or a bad one neither as it should be nor with success."),
        new(BadRequestAccepted, FindingLevel.Error, "A bad request was accepted."),
        new(ServerError, FindingLevel.Error, "A request that was made up to explore the server made it fail with a status of 500 or more."),
        new(BrokenAnswer, FindingLevel.Error, "The connection was lost before the answer was complete."),
        new(SlowAnswer, FindingLevel.Warn, "An answer took longer than the configured time."),
        new(UndecodableBody, FindingLevel.Warn, "A recorded body cannot be decoded."),
        new(InsufficientCoverage, FindingLevel.Error, "The exchanges met less of the contract than demanded."),
    ];
}
