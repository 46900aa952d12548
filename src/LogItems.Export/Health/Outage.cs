using System.Collections.Concurrent;

namespace LogItems.Export.Health;

/// <summary>How long something has not worked, of which there are several signs.</summary>
internal sealed class Outage(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _since = new(StringComparer.Ordinal);

    /// <summary>The time since the first failure that nothing has made up for; null without one.</summary>
    public TimeSpan? Duration => _since.Values.Order().Cast<long?>().FirstOrDefault() is { } since ? time.GetElapsedTime(since) : null;

    /// <summary>Reports a failure.</summary>
    /// <param name="sign">What it was seen by.</param>
    public void Fail(string sign) => _since.TryAdd(sign, time.GetTimestamp());

    /// <summary>Reports that it works.</summary>
    public void Succeed() => _since.Clear();

    /// <summary>Reports that one sign of a failure is gone.</summary>
    public void Succeed(string sign) => _since.TryRemove(sign, out _);
}
