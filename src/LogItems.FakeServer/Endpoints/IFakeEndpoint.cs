using LogItems.FakeServer.Hosting;

namespace LogItems.FakeServer.Endpoints;

/// <summary>One operation of the API, for all versions that have it.</summary>
internal interface IFakeEndpoint
{
    /// <summary>What the operation is called: its <c>operationId</c> in the contract, with a capital letter.</summary>
    string Operation { get; }

    /// <summary>The HTTP method.</summary>
    string Method => "GET";

    /// <summary>The path below <c>/vN</c>.</summary>
    string Route { get; }

    /// <summary>The first version that has the operation.</summary>
    ApiVersion Since => ApiVersion.V2;

    /// <summary>Whether the operation is open to callers without a token.</summary>
    bool IsAnonymous => false;

    /// <summary>Whether the operation hands out or ends tokens, and tells nothing else.</summary>
    bool IsAboutTokens => false;

    Task AnswerAsync(FakeCall call);
}
