namespace LogItems.FakeServer.Tests;

public class FakeSessionBuilderTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

    [Test]
    public void Build_ItemsOneAfterTheOther_EachBeginsWhenTheOneBeforeEnded()
    {
        var session = new FakeSessionBuilder(Start).Success("a").Item("Stop", "b", TimeSpan.FromMinutes(2)).Running("c").Build();

        Assert.That(session.Items.Select(item => (item.Usn, item.Type, item.Message, item.CreationTime, item.EndTime)), Is.EqualTo(new[]
        {
            (1, "Success", "a", Start, (DateTimeOffset?)Start.AddSeconds(1)),
            (2, "Stop", "b", Start.AddSeconds(1), Start.AddSeconds(121)),
            (3, "Running", "c", Start.AddSeconds(121), null),
        }));
        Assert.That((session.CreationTime, session.EndTime, session.Status, session.Progress), Is.EqualTo((Start, (DateTimeOffset?)null, "Running", 3)));
    }

    [TestCase("Success", "Success,Success")]
    [TestCase("Warning", "Success,Warning")]
    [TestCase("Failed", "Error,Warning")]
    [TestCase("Failed", "Failed,Success")]
    public void Build_ItemsThatEnded_EndTheSessionInTheWorstOfTheirStates(string status, string types)
    {
        var session = types.Split(',').Aggregate(new FakeSessionBuilder(Start), (builder, type) => builder.Item(type, "x")).Build();
        Assert.That((session.Status, session.EndTime), Is.EqualTo((status, (DateTimeOffset?)Start.AddSeconds(2))));
    }

    [Test]
    public void Item_NegativeDuration_IsRefused() =>
        Assert.That(() => new FakeSessionBuilder(Start).Success("x", TimeSpan.FromSeconds(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
