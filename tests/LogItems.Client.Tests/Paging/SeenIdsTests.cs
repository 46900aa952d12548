using LogItems.Paging;

namespace LogItems.Client.Tests.Paging;

public class SeenIdsTests
{
    [Test]
    public void Add_MixOfNewAndKnown_AnswersLikeASet([Values] bool isCountedUp)
    {
        var random = new Random(1);
        var seen = new SeenIds(window: null);
        var expected = new HashSet<Guid>();
        for (var i = 0; i < 200_000; i++)
        {
            var number = random.Next(1, 100_000);
            var id = isCountedUp ? new Guid(number, 0, 0, new byte[8]) : Scattered(number);
            Assert.That(seen.Contains(id), Is.EqualTo(expected.Contains(id)));
            Assert.That(seen.Add(id), Is.EqualTo(expected.Add(id)));
        }

        Assert.That(seen.IsComplete, Is.True);
    }

    [Test]
    public void Add_Window_TheLatestAreKnownAndOldOnesAreForgotten()
    {
        const int Window = 100;
        var seen = new SeenIds(Window);
        for (var number = 1; number <= 10 * Window; number++)
        {
            Assert.That(seen.Add(Scattered(number)), Is.True);
            Assert.That(Enumerable.Range(Math.Max(1, number - Window + 1), Math.Min(number, Window)).All(latest => seen.Contains(Scattered(latest))), Is.True);
            Assert.That(number > 3 * Window && seen.Contains(Scattered(number - (2 * Window))), Is.False);
        }

        Assert.That(seen.IsComplete, Is.False);
        Assert.That(seen.Reach, Is.EqualTo(Window));
    }

    [Test]
    public void Add_UnreadableIdentifier_IsNeverSeen()
    {
        var seen = new SeenIds(window: null);
        Assert.That(seen.Add(Guid.Empty) && seen.Add(Guid.Empty), Is.True);
        Assert.That(seen.Contains(Guid.Empty), Is.False);
    }

    [Test]
    public void Add_IdentifiersThatCollideWithoutASeed_TakesNoLongerThanOthers()
    {
        // All have the same Guid.GetHashCode(), the exclusive or of their four words.
        var colliding = Enumerable.Range(1, 60_000).Select(number => new Guid(number, 0, 0, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(number)])).ToList();
        Assert.That(colliding.Select(id => id.GetHashCode()).Distinct().Count(), Is.LessThan(10), "they do collide");
        var hashes = colliding.Select(SeededGuidComparer.Hash).ToList();
        Assert.That(hashes.Distinct().Count(), Is.GreaterThan(59_500), "the seeded hash spreads them");
        Assert.That(hashes.GroupBy(hash => hash >> 16).Max(group => group.Count()), Is.LessThan(40), "in its upper bits too, which the table takes");
        var seen = new SeenIds(window: null);
        Assert.That(colliding.All(seen.Add), Is.True);
        Assert.That(colliding.Exists(seen.Add), Is.False);
    }

    private static Guid Scattered(int number)
    {
        var bytes = new byte[16];
        new Random(number).NextBytes(bytes);
        return new Guid(bytes);
    }
}
