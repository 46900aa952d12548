namespace LogItems.FakeServer.Tests;

public sealed class FakeFaultTests
{
    [TestCase("500:0", FakeFaultKind.ServerError, 0)]
    [TestCase("503:1", FakeFaultKind.Unavailable, 1)]
    [TestCase("429:0.25", FakeFaultKind.TooManyRequests, 0.25)]
    [TestCase("reset:.5", FakeFaultKind.Reset, 0.5)]
    [TestCase("truncate:0.1", FakeFaultKind.Truncate, 0.1)]
    [TestCase("html502:0.1", FakeFaultKind.Html502, 0.1)]
    [TestCase("empty401:0.1", FakeFaultKind.Empty401, 0.1)]
    [TestCase("slow:0.1", FakeFaultKind.Slow, 0.1)]
    [TestCase("garbage:0.1", FakeFaultKind.Garbage, 0.1)]
    [TestCase("NULLS:0.1", FakeFaultKind.Nulls, 0.1)]
    public void Parse_KindAndRate_AreRead(string text, FakeFaultKind kind, double rate) =>
        Assert.That(FakeFault.Parse(text), Is.EqualTo(new FakeFault(kind, rate)));

    [TestCase("")]
    [TestCase("500")]
    [TestCase("500:")]
    [TestCase(":0.5")]
    [TestCase("500:0.5:0.5")]
    [TestCase("501:0.5")]
    [TestCase("ServerError:0.5")]
    [TestCase("500:1.01")]
    [TestCase("500:-0.1")]
    [TestCase("500:0,5")]
    [TestCase("500:5%")]
    [TestCase("500:NaN")]
    [TestCase("500:1e-3")]
    [TestCase(" 500:0.5")]
    public void Parse_OtherText_IsRefusedWithTheFormAndTheKinds(string text)
    {
        Assert.That(FakeFault.TryParse(text, out _), Is.False);
        Assert.That(
            () => FakeFault.Parse(text),
            Throws.TypeOf<FormatException>().With.Message.Contains("KIND:RATE").And.Message.Contains("garbage, nulls"));
    }

    [Test]
    public void ToString_EveryKind_IsReadBack()
    {
        var faults = Enum.GetValues<FakeFaultKind>().Select(kind => new FakeFault(kind, 0.05));

        Assert.That(faults.Select(fault => FakeFault.Parse(fault.ToString())), Is.EqualTo(faults));
        Assert.That(faults.Select(fault => fault.ToString()), Is.EqualTo(FakeFault.KindNames.Select(name => $"{name}:0.05")));
    }
}
