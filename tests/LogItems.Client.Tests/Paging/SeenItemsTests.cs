using LogItems.Paging;

namespace LogItems.Client.Tests.Paging;

public class SeenItemsTests
{
    [Test]
    public void Meet_MixOfNewAndKnown_AnswersLikeASet()
    {
        var random = new Random(1);
        var seen = Begun(window: null);
        var expected = new HashSet<int>();
        var wrong = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var number = random.Next(1, 50_000);
            seen.BeginPage();
            wrong += seen.Record(Key(number)) == (expected.Add(number) ? Occurrence.New : Occurrence.Known) ? 0 : 1;
        }

        Assert.That(wrong, Is.Zero);
        Assert.That((seen.IsComplete, seen.Count), Is.EqualTo((true, expected.Count)));
    }

    [Test]
    public void Meet_Window_TheLatestAreKnownAndOldOnesAreForgotten()
    {
        const int Window = 100;
        var seen = Begun(Window);
        for (var number = 1; number <= 10 * Window; number++)
        {
            Assert.That(seen.Record(Key(number)), Is.EqualTo(Occurrence.New));
            Assert.That(Enumerable.Range(Math.Max(1, number - Window + 1), Math.Min(number, Window)).All(latest => seen.IsKnown(Key(latest))), Is.True);
            Assert.That(number > 3 * Window && seen.IsKnown(Key(number - (2 * Window))), Is.False);
        }

        Assert.That((seen.IsComplete, seen.Reach), Is.EqualTo((false, Window)));
    }

    [Test]
    public void Meet_SameKeyTwiceOnAPage_IsAnotherItemThatIsKnownOnTheNext()
    {
        var seen = Begun(window: null);
        var occurrences = Enumerable.Range(0, 3).Select(_ => seen.Record(Key(1))).ToList();
        Assert.That(occurrences, Is.EqualTo(new[] { Occurrence.New, Occurrence.New | Occurrence.Repeated, Occurrence.New | Occurrence.Repeated }));
        seen.BeginPage();
        occurrences = [.. Enumerable.Range(0, 4).Select(_ => seen.Record(Key(1)))];
        Assert.That(occurrences, Is.EqualTo(new[] { Occurrence.Known, Occurrence.Repeated, Occurrence.Repeated, Occurrence.New | Occurrence.Repeated }));
    }

    [Test]
    public void Meet_SecondPass_IsAgainOnceAndCounted()
    {
        var seen = Begun(window: null);
        seen.Record(Key(1));
        seen.Record(Key(2));
        seen.BeginPass();
        seen.BeginPage();
        Assert.That(seen.IsKnown(Key(1)), Is.False);
        Assert.That((seen.Record(Key(1)), seen.Record(Key(3))), Is.EqualTo((Occurrence.Again, Occurrence.New)));
        seen.BeginPage();
        Assert.That(seen.Record(Key(1)), Is.EqualTo(Occurrence.Known));
        Assert.That((seen.Count, seen.CountAgain), Is.EqualTo((2, 1)));
    }

    [Test]
    public void Of_ItemsChosenToCollideWithoutASeed_KeysDiffer()
    {
        // All have the same Guid.GetHashCode(), the exclusive or of their four words.
        var colliding = Enumerable.Range(1, 60_000)
            .Select(number => new Guid(number, 0, 0, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(number)])).ToList();
        Assert.That(colliding.Select(id => id.GetHashCode()).Distinct().Count(), Is.LessThan(10), "they do collide");
        var keys = colliding.ConvertAll(id => ItemKey.Of(new LogItem { Id = id }));
        Assert.That(keys.Distinct().Count(), Is.EqualTo(keys.Count));
        Assert.That(keys.GroupBy(key => key.Id >> 48).Max(group => group.Count()), Is.LessThan(40), "in the upper bits too, which the table takes");
        Assert.That(keys.GroupBy(key => (key.Id >> 24) & 0xFFFF).Max(group => group.Count()), Is.LessThan(40));
    }

    [Test]
    public void Of_ItemsWithoutOrderNumber_KeysHaveAllBitsOfTheirIdentifier()
    {
        var ids = new Guid[10_000];
        new Random(1).NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(ids.AsSpan()));
        var keys = ids.Select(id => ItemKey.Of(new JobSession { Id = id })).ToList();
        for (var shift = 0; shift < 64; shift += 16)
        {
            Assert.That(keys.Select(key => (key.Id >> shift) & 0xFFFF).Distinct().Count(), Is.GreaterThan(8_000), $"bits {shift} to {shift + 15}");
        }
    }

    [Test]
    public void Meet_ManyItemsWithOneIdentifier_AreDifferentAndKnownAgain()
    {
        var items = Enumerable.Range(1, 5_000)
            .Select(usn => ItemKey.Of(new LogItem { Id = new Guid(1, 0, 0, new byte[8]), Usn = usn, CreationTime = DateTimeOffset.UnixEpoch })).ToList();
        var seen = Begun(window: null);
        Assert.That(items.Select(seen.Record), Is.All.EqualTo(Occurrence.New));
        seen.BeginPage();
        Assert.That(items.Select(seen.Record), Is.All.EqualTo(Occurrence.Known));
        Assert.That(seen.IsKnown(Key(1)), Is.True, "without order number and time, it may be any of them");
        Assert.That(seen.IsKnown(Key(2)), Is.False);
    }

    [Test]
    public void Of_ItemsThatDifferInOnePart_KeysDiffer()
    {
        var time = new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));
        var keys = new[]
        {
            new LogItem { Id = new Guid(1, 0, 0, new byte[8]), Usn = 1, CreationTime = time },
            new LogItem { Id = new Guid(2, 0, 0, new byte[8]), Usn = 1, CreationTime = time },
            new LogItem { Id = new Guid(1, 0, 0, new byte[8]), Usn = 2, CreationTime = time },
            new LogItem { Id = new Guid(1, 0, 0, new byte[8]), Usn = 1, CreationTime = time.AddTicks(1) },
            Unreadable("LI-1"), Unreadable("LI-2"), Unreadable(3L), new LogItem { Title = "[Success] one" }, new LogItem { Title = "[Success] two" },
        }.Select(ItemKey.Of).ToList();
        Assert.That(keys, Is.Unique);
        Assert.That(ItemKey.Of(Unreadable("LI-1")), Is.EqualTo(keys[4]));
        var changed = new LogItem
        {
            Id = new Guid(1, 0, 0, new byte[8]), Usn = 1, CreationTime = time.ToUniversalTime(), Title = "[Warning] changed", EndTime = time,
        };
        Assert.That(ItemKey.Of(changed), Is.EqualTo(keys[0]), "what may change is no part of it");
    }

    [Test]
    public void Meet_ItemWhoseOrderNumberCannotBeReadOnce_IsKnown([Values] bool isFirst)
    {
        var whole = ItemKey.Of(new LogItem { Id = new Guid(1, 0, 0, new byte[8]), Usn = 1, CreationTime = DateTimeOffset.UnixEpoch });
        var part = ItemKey.Of(new LogItem { Id = new Guid(1, 0, 0, new byte[8]), CreationTime = DateTimeOffset.UnixEpoch });
        var seen = Begun(window: null);
        Assert.That(seen.Record(isFirst ? part : whole), Is.EqualTo(Occurrence.New));
        seen.BeginPage();
        Assert.That(seen.Record(isFirst ? whole : part), Is.EqualTo(Occurrence.Known));
    }

    private static LogItem Unreadable(object id)
    {
        var item = new LogItem();
        item.Keep("id", id);
        return item;
    }

    private static SeenItems Begun(int? window)
    {
        var seen = new SeenItems(window);
        seen.BeginPass();
        seen.BeginPage();
        return seen;
    }

    private static ItemKey Key(int number) => ItemKey.Of(new LogItem { Id = new Guid(number, 0, 0, new byte[8]) });
}
