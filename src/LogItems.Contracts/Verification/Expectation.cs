using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Verification;

/// <summary>The expected response to a request.</summary>
internal sealed class Expectation
{
    private readonly Func<int, bool> _isMet;

    private Expectation(string reason, Func<int, bool> isMet) => (Reason, this._isMet) = (reason, isMet);

    /// <summary>For a valid request.</summary>
    public static Expectation Success { get; } = new("The request is valid, so success was expected", IsSuccess);

    /// <summary>For a request without a token.</summary>
    public static Expectation Unauthorized { get; } = new("The request had no token, so 401 was expected", status => status == 401);

    /// <summary>For a request for a resource that does not exist.</summary>
    public static Expectation NotFound { get; } =
        new("The request named something that does not exist, so 404 was expected", status => status == 404);

    /// <summary>For a request with a malformed identifier; a server that routes by its format returns 404.</summary>
    public static Expectation Rejection { get; } =
        new("The request named a malformed identifier, so 400 or 404 was expected", status => status is 400 or 404 or 422);

    /// <summary>For a request with a number that is out of range; some servers clamp it.</summary>
    public static Expectation RejectionOfNumber { get; } =
        new("The request had a number out of its range, so 400 was expected", status => status is 400 or 422)
        {
            LevelWhenAccepted = FindingLevel.Info,
        };

    /// <summary>The expectation and its reason, as the first half of a sentence.</summary>
    public string Reason { get; }

    /// <summary>The severity if an invalid request succeeds.</summary>
    public FindingLevel LevelWhenAccepted { get; private init; } = FindingLevel.Error;

    /// <summary>Returns the finding for a response, or null if it is as expected.</summary>
    public Finding? Evaluate(Exchange exchange)
    {
        if (_isMet(exchange.Status))
        {
            return null;
        }

        var query = exchange.Query.Length == 0 ? "" : $" (query {exchange.Query})";
        var place = new Location("", 0, 0, exchange.ToString());
        var message = $"{Reason}; the response is {exchange.Status}{query}.";
        return IsSuccess(exchange.Status)
            ? new Finding(VerificationRules.BadRequestAccepted, LevelWhenAccepted, message, place)
            : new Finding(VerificationRules.UnexpectedStatus, FindingLevel.Error, message, place);
    }

    private static bool IsSuccess(int status) => status is >= 200 and < 300;
}
