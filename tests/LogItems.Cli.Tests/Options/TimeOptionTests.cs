using LogItems.Cli.Hosting;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Options;

/// <summary>Days as bounds of a list.</summary>
internal sealed class TimeOptionTests : FakeServerFixture
{
    /// <summary>An hour after midnight.</summary>
    private static readonly DateTimeOffset End = new(2026, 11, 22, 1, 0, 0, TimeSpan.FromHours(5));

    protected override FakeServerOptions Options => new() { Sessions = [new FakeSession { CreationTime = End.AddHours(-2), EndTime = End }] };

    [TestCase("today", 2, 1)]
    [TestCase("Today", 25, 0)]
    [TestCase("yesterday", 25, 1)]
    [TestCase("yesterday", 48, 0)]
    public async Task Since_ADay_CountsFromMidnight(string since, int hoursAfter, int expected)
    {
        using var output = new StringWriter();
        var host = new CommandEnvironment
        {
            Out = output, Error = TextWriter.Null, Variable = Environment.GetValueOrDefault, Time = new TimeInZone(End.AddHours(hoursAfter)),
        };

        Assert.That(await Program.RunAsync(["sessions", "--format", "jsonl", "--since", since], host, CancellationToken.None), Is.Zero);

        Assert.That(output.ToString().Count(c => c == '\n'), Is.EqualTo(expected));
    }

    private sealed class TimeInZone(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("Here", now.Offset, "Here", "Here");

        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
