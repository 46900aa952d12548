using LogItems.FakeServer;

namespace LogItems.Client.Tests.Paging;

/// <summary>A clock, clients that follow by it, and a session that is running, for each test.</summary>
public abstract class FollowFixture
{
    protected static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));
    protected static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private protected ManualTimeProvider Time { get; } = new();

    protected static async Task<long> NextAsync(IAsyncEnumerator<LogItem> following) =>
        await following.MoveNextAsync() ? following.Current.Usn : -1;

    protected static FakeSession Running() => new() { Status = "Running", CreationTime = Start };

    protected static FakeLogItem Item(int usn) =>
        new() { Usn = usn, Message = $"Item {usn}", CreationTime = Start.AddSeconds(usn), EndTime = Start.AddSeconds(usn + 1) };

    protected LogItemsClient Client(Uri address, ApiVersion? version) =>
        new(address, new PasswordCredential("demo", "demo"), new() { Version = version, TimeProvider = Time, MaxRetries = 0 });
}
