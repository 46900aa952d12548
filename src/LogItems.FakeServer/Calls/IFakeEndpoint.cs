using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Calls;

/// <summary>One operation of the API, for all versions that have it.</summary>
internal interface IFakeEndpoint
{
    /// <summary>The operation in the contract.</summary>
    ContractOperation Operation { get; }

    /// <summary>Gets whether the operation requires no token.</summary>
    bool IsAnonymous => false;

    /// <summary>Gets whether the operation only issues or revokes tokens.</summary>
    bool IsTokenOperation => false;

    Task AnswerAsync(FakeCall call);
}
