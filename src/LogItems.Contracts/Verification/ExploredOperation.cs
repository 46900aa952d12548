using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Verification;

/// <summary>Generates requests for one operation: its parameters one at a time, and in combinations.</summary>
internal sealed class ExploredOperation
{
    private const double ShareOfParameters = 0.5;
    private const double ShareOfGoodValues = 0.6;

    private readonly List<(ContractParameter Parameter, IReadOnlyList<ExploredValue> Values)> _pools;
    private readonly ExploredRequest _plain;
    private readonly bool _isComplete;

    public ExploredOperation(ContractDocument view, ContractOperation operation, ValuePool pool, KnownIds ids)
    {
        _pools = [.. from parameter in operation.Parameters(view)
                     let values = pool.Of(parameter)
                     where values.Count > 0
                     select (parameter, values)];
        _isComplete = _pools.Count > 0 && operation.Parameters(view).All(parameter =>
            !parameter.IsRequired || _pools.Exists(pool => pool.Parameter.Key == parameter.Key));
        _plain = new ExploredRequest(operation, [.. Given(operation, ids.Known(operation.Path) is [var known, ..] ? known : null)]);
    }

    /// <summary>Gets whether there is a parameter to explore, and a value for each required one.</summary>
    public bool IsExplorable => _isComplete && !_plain.Path.Contains('{', StringComparison.Ordinal);

    /// <summary>The requests with one unusual value.</summary>
    public IEnumerable<ExploredRequest> Singles() =>
        from pool in _pools
        from value in pool.Values
        select With(_plain, pool.Parameter, value);

    /// <summary>A request with a random choice of parameters and values; most of them valid, because one invalid value is enough for
    /// a server to ignore the others.</summary>
    public ExploredRequest Combination(Random random)
    {
        var request = _plain;
        foreach (var (parameter, values) in _pools.Where(_ => random.NextDouble() < ShareOfParameters))
        {
            var good = values.Where(value => value.Verdict == ValueVerdict.Valid).ToList();
            if (random.NextDouble() >= ShareOfGoodValues)
            {
                request = With(request, parameter, values[random.Next(values.Count)]);
            }
            else if (good.Count > 0)
            {
                request = With(request, parameter, good[random.Next(good.Count)]);
            }
        }

        return request;
    }

    /// <summary>Smaller requests, the smallest first: without a parameter, with its given value, with a simpler value.</summary>
    public IEnumerable<ExploredRequest> Smaller(ExploredRequest request)
    {
        foreach (var (parameter, value) in request.Special)
        {
            var given = _plain.Values.FirstOrDefault(pair => pair.Parameter == parameter).Value;
            yield return request.With(parameter, given);
            foreach (var simpler in _pools.First(pool => pool.Parameter == parameter).Values.TakeWhile(other => other != value))
            {
                yield return With(request, parameter, simpler);
            }
        }
    }

    // A value that every valid request needs is always the given one.
    private ExploredRequest With(ExploredRequest request, ContractParameter parameter, ExploredValue value)
    {
        var given = _plain.Values.FirstOrDefault(pair => pair.Parameter == parameter).Value;
        return request.With(parameter, given?.KeyIn(parameter) == value.KeyIn(parameter) ? given : value);
    }

    // The known identifiers in the path, and the simplest values for required parameters; an unknown identifier if none is known.
    private IEnumerable<(ContractParameter, ExploredValue)> Given(ContractOperation operation, string? known)
    {
        var template = operation.Path.Trim('/').Split('/');
        var segments = known?.Trim('/').Split('/');
        foreach (var (parameter, values) in _pools)
        {
            var place = parameter.IsInPath ? Array.IndexOf(template, $"{{{parameter.Name}}}") : -1;
            if (place >= 0 && segments is not null)
            {
                yield return (parameter, new ExploredValue(ValueVerdict.Valid, "", [Uri.UnescapeDataString(segments[place])]) { IsGiven = true });
            }
            else if (parameter.IsRequired || parameter.IsInPath)
            {
                yield return (parameter, values.MinBy(value => value.Verdict)! with { IsGiven = true });
            }
        }
    }
}
