using LogItems.FakeServer;

namespace LogItems.Client.Tests.Paging;

/// <summary>Following a session to its end delivers what listing it afterwards delivers.</summary>
public class FollowedListTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

    // Less than a page, several pages, and a last few.
    private static readonly int[] Growth = [1, 2_500, 7];

    private readonly ManualTimeProvider _time = new();

    [Test]
    public async Task Follow_SessionThatGrows_DeliversWhatListDeliversAfterwards([Values] ApiVersion version)
    {
        var session = new FakeSession { Status = "Running", CreationTime = Start };
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version, TimeProvider = _time });
        await using var following = client.FollowLogItemsAsync(session.Id).GetAsyncEnumerator();
        var followed = new List<LogItem>();
        Add(session, 1, Growth[0]);
        var next = following.MoveNextAsync().AsTask();
        for (var round = 1; round <= Growth.Length; round++)
        {
            while (followed.Count < Growth.Take(round).Sum())
            {
                Assert.That(await next, Is.True);
                followed.Add(following.Current);
                next = following.MoveNextAsync().AsTask();
            }

            await _time.WaitForTimerAsync(TimeSpan.FromSeconds(2));
            if (round < Growth.Length)
            {
                Add(session, followed.Count + 1, Growth[round]);
            }
            else
            {
                session.Finish("Success", Start.AddMinutes(5));
            }

            _time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.That(await next, Is.False, "the session has ended");
        var listed = await client.GetLogItemsAsync(session.Id).ToListAsync();
        Assert.That(followed.Select(item => item.Id), Is.EqualTo(listed.Select(item => item.Id)));
    }

    private static void Add(FakeSession session, int first, int count)
    {
        for (var usn = first; usn < first + count; usn++)
        {
            session.AddItem(new() { Usn = usn, Message = $"Item {usn}", CreationTime = Start.AddSeconds(usn), EndTime = Start.AddSeconds(usn + 1) });
        }
    }
}
