namespace LogItems.FakeServer.Faults;

/// <summary>A fault that changes a response.</summary>
internal interface IFault
{
    /// <summary>Gets whether the fault also applies to the token endpoints.</summary>
    bool AffectsTokenEndpoints => false;

    /// <summary>Sends the response; unchanged if the fault cannot be applied.</summary>
    Task AnswerAsync(FaultyCall call);
}
