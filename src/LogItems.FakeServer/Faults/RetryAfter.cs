using System.Globalization;

namespace LogItems.FakeServer.Faults;

/// <summary>The values of <c>Retry-After</c>, alternating between seconds and a date.</summary>
internal sealed class RetryAfter(FakeServerOptions options)
{
    private readonly TimeSpan _time = TimeSpan.FromSeconds(Math.Ceiling(options.RetryAfter.TotalSeconds));
    private int _turn = -1;

    public string Next() => (Interlocked.Increment(ref _turn) & 1) == 0
        ? _time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)
        : (options.TimeProvider.GetUtcNow() + _time).ToString("R", CultureInfo.InvariantCulture);
}
