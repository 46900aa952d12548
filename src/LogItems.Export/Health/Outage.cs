using System.Collections.Concurrent;

namespace LogItems.Export.Health;

/// <summary>How long something has not worked, of which there are several signs.</summary>
internal sealed class Outage(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (long First, long Last)> _failures = new(StringComparer.Ordinal);

    /// <summary>The time since the first failure that nothing has made up for; null without one.</summary>
    public TimeSpan? Duration => _failures.Values.Min(failure => (long?)failure.First) is { } since ? time.GetElapsedTime(since) : null;

    /// <summary>Reports a failure.</summary>
    /// <param name="sign">What it was seen by.</param>
    public void Fail(string sign)
    {
        var now = time.GetTimestamp();
        _failures.AddOrUpdate(sign, (now, now), (_, failure) => failure with { Last = now });
    }

    /// <summary>Reports that it works.</summary>
    public void Succeed() => _failures.Clear();

    /// <summary>Reports that one sign of a failure is gone.</summary>
    public void Succeed(string sign) => _failures.TryRemove(sign, out _);

    /// <summary>Reports that one sign of a failure was gone some time ago; it stays if there was a failure since.</summary>
    public void Succeed(string sign, TimeSpan age)
    {
        if (_failures.TryGetValue(sign, out var failure) && time.GetElapsedTime(failure.Last) > age)
        {
            _failures.TryRemove(KeyValuePair.Create(sign, failure));
        }
    }
}
