using LogItems.FakeServer.Calls;

namespace LogItems.FakeServer.Faults;

/// <summary>Handles requests and injects faults into some responses.</summary>
internal sealed class FaultInjector
{
    private readonly FaultPlan _plan;
    private readonly FaultCounts _counts;
    private readonly bool _atToken;
    private readonly Dictionary<FakeFaultKind, IFault> _faults;
    private int _requests = -1;

    public FaultInjector(FakeServerOptions options, FaultCounts counts)
    {
        _plan = new FaultPlan(options.Faults, options.FaultSeed);
        _counts = counts;
        _atToken = options.FaultsAtToken;
        _faults = FaultTable.Create(options);
    }

    public Task AnswerAsync(IFakeEndpoint endpoint, FakeCall call)
    {
        if (_plan.IsEmpty
            || _plan.Draw(Interlocked.Increment(ref _requests)) is not var (kind, random)
            || (endpoint.IsTokenOperation && !(_atToken && _faults[kind].AffectsTokenEndpoints)))
        {
            return endpoint.AnswerAsync(call);
        }

        return _faults[kind].AnswerAsync(new FaultyCall(endpoint, call, kind, random, _counts));
    }
}
