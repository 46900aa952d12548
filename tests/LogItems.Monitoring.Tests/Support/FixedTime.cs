namespace LogItems.Monitoring.Tests.Support;

/// <summary>A clock that stands still, in a time zone.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("Here", now.Offset, "Here", "Here");

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
