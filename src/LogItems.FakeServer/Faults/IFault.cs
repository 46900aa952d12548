namespace LogItems.FakeServer.Faults;

/// <summary>One way in which an answer goes wrong.</summary>
internal interface IFault
{
    /// <summary>Gets whether the endpoints of tokens meet it too.</summary>
    bool MeetsTokens => false;

    /// <summary>Answers; as usual where there is nothing that could go wrong in this way.</summary>
    Task AnswerAsync(FaultyCall call);
}
