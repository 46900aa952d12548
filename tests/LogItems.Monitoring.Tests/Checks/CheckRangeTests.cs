namespace LogItems.Monitoring.Tests.Checks;

/// <summary>The examples of the Monitoring Plugins guidelines, and what they leave open.</summary>
public class CheckRangeTests
{
    [TestCase("10", new[] { 0, 10 }, new[] { -1, 11 })]
    [TestCase("10:", new[] { 10, 1_000_000 }, new[] { 9, -1 })]
    [TestCase("~:10", new[] { -1_000_000, 10 }, new[] { 11 })]
    [TestCase("10:20", new[] { 10, 20 }, new[] { 9, 21 })]
    [TestCase("@10:20", new[] { 9, 21 }, new[] { 10, 20 })]
    [TestCase("0", new[] { 0 }, new[] { 1, -1 })]
    [TestCase(":5", new[] { 0, 5 }, new[] { -1, 6 })]
    [TestCase("-5:-1", new[] { -5, -1 }, new[] { 0 })]
    public void IsAlert_Value_IsOutsideOfTheRange(string text, int[] good, int[] bad)
    {
        Assert.That(CheckRange.TryParse(text, out var range), Is.True);

        Assert.That(good.Where(value => range!.IsAlert(value)), Is.Empty);
        Assert.That(bad.Where(value => !range!.IsAlert(value)), Is.Empty);
        Assert.That(range!.ToString(), Is.EqualTo(text));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("@")]
    [TestCase("ten")]
    [TestCase("20:10")]
    [TestCase("1:2:3")]
    [TestCase("~")]
    [TestCase("1,5")]
    [TestCase("NaN")]
    public void TryParse_NoRange_IsRejected(string? text) => Assert.That(CheckRange.TryParse(text, out _), Is.False);
}
