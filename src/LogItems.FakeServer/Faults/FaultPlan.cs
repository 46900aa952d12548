using LogItems.FakeServer.Synthetic;

namespace LogItems.FakeServer.Faults;

/// <summary>Selects the fault for each request: a pure function of the seed and the request's number.</summary>
internal sealed class FaultPlan(IReadOnlyList<FakeFault> faults, int seed)
{
    // Keeps these random numbers separate from those of synthetic sessions.
    private const int FaultSequence = int.MinValue;

    public bool IsEmpty => faults.Count == 0;

    /// <summary>The fault for the request and its random numbers; null for none.</summary>
    public (FakeFaultKind Kind, SyntheticRandom Random)? Draw(int request)
    {
        var random = new SyntheticRandom(seed, request, FaultSequence);
        var draw = random.NextFraction();
        foreach (var fault in faults)
        {
            if (draw < fault.Rate)
            {
                return (fault.Kind, random);
            }

            draw -= fault.Rate;
        }

        return null;
    }
}
