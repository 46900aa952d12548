namespace LogItems.Monitoring.Tests.Support;

/// <summary>A clock that stands still, in a time zone.</summary>
internal sealed class FixedTime(DateTimeOffset now, TimeZoneInfo? zone = null) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone { get; } = zone ?? TimeZoneInfo.CreateCustomTimeZone("Here", now.Offset, "Here", "Here");

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
