using System.Collections.Concurrent;

namespace LogItems.Export.Health;

/// <summary>The outage of a component, with several kinds of failures.</summary>
internal sealed class Outage(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (long First, long Last)> _failures = new(StringComparer.Ordinal);

    /// <summary>The time since the first failure that has not been resolved; null if there is none.</summary>
    public TimeSpan? Duration => _failures.Values.Min(failure => (long?)failure.First) is { } since ? time.GetElapsedTime(since) : null;

    /// <summary>Reports a failure.</summary>
    /// <param name="key">The kind of failure.</param>
    public void Fail(string key)
    {
        var now = time.GetTimestamp();
        _failures.AddOrUpdate(key, (now, now), (_, failure) => failure with { Last = now });
    }

    /// <summary>Resolves all failures.</summary>
    public void Succeed() => _failures.Clear();

    /// <summary>Resolves one kind of failure.</summary>
    public void Succeed(string key) => _failures.TryRemove(key, out _);

    /// <summary>Resolves one kind of failure as of some time ago; a later failure remains.</summary>
    public void Succeed(string key, TimeSpan age)
    {
        if (_failures.TryGetValue(key, out var failure) && time.GetElapsedTime(failure.Last) > age)
        {
            _failures.TryRemove(KeyValuePair.Create(key, failure));
        }
    }
}
