using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Calls;

/// <summary>One operation of the API, for all versions that have it.</summary>
internal interface IFakeEndpoint
{
    /// <summary>The operation, as the contract describes it.</summary>
    ContractOperation Operation { get; }

    /// <summary>Gets whether the operation is open to callers without a token.</summary>
    bool IsAnonymous => false;

    /// <summary>Gets whether the operation hands out or ends tokens, and tells nothing else.</summary>
    bool IsAboutTokens => false;

    Task AnswerAsync(FakeCall call);
}
