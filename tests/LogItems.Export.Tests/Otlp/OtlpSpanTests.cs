using LogItems.Export.Tests.Otlp.Receiver;

namespace LogItems.Export.Tests.Otlp;

/// <summary>What becomes of sessions and items that have ended, as the receiver decodes it.</summary>
public class OtlpSpanTests : OtlpSinkFixture
{
    [Test]
    public async Task WriteAsync_Session_IsTheRootOfItsTrace()
    {
        await Sink.WriteAsync(Batches.Of(Batches.Items(2)));

        var spans = Receiver.Spans.ToList();
        var root = spans.Single(span => span.ParentSpanId.IsEmpty);
        Assert.That(root.Name, Is.EqualTo("Nightly"));
        Assert.That((root.StartTimeUnixNano, root.EndTimeUnixNano), Is.EqualTo((1_795_899_600_123_456_700UL, 1_795_901_400_123_456_700UL)));
        Assert.That(root.Attributes.ToDictionary(), Does.ContainKey("logitems.session.status").WithValue("Success"));
        Assert.That(spans.Where(span => span != root).Select(span => span.ParentSpanId), Is.All.EqualTo(root.SpanId));
        Assert.That(spans.Select(span => span.TraceId).Concat(Receiver.Logs.Select(log => log.TraceId)), Is.All.EqualTo(root.TraceId));
        Assert.That(root.TraceId, Has.Length.EqualTo(16));
        Assert.That(spans.Select(span => span.SpanId.Length), Is.All.EqualTo(8));
        Assert.That(Receiver.Logs.Select(log => log.SpanId), Is.EqualTo(spans.Where(span => span != root).Select(span => span.SpanId)));
        Assert.That(spans.Select(span => span.Kind), Is.All.EqualTo(1), "internal");
    }

    [Test]
    public async Task WriteAsync_Spans_AreNamedWithoutWhatVaries()
    {
        await Sink.WriteAsync(Batches.Of(Batches.Items(20)));

        var spans = Receiver.Spans.Where(span => !span.ParentSpanId.IsEmpty).ToList();
        Assert.That(spans.Select(span => span.Name).Distinct(), Is.EqualTo(new[] { "Processing mailbox: {name}" }));
        Assert.That(spans.Select(span => span.Attributes.ToDictionary()["logitems.text"]), Is.EqualTo(Batches.Items(20).Select(item => item.Text)));
    }

    [TestCase(JobSessionStatus.Failed)]
    [TestCase(JobSessionStatus.Disconnected)]
    public async Task WriteAsync_Failures_HaveTheStatusError(JobSessionStatus status)
    {
        await Sink.WriteAsync(Batches.Of(Batches.Session(status), Batches.Item(1), Batches.Item(2, LogItemType.Error, "Quota exceeded")));

        Assert.That(
            Receiver.Spans.Select(span => (span.Status?.Code ?? 0, span.Status?.Message ?? "")),
            Is.EqualTo(new[] { (2, "Disk full"), (0, ""), (2, "Quota exceeded") }));
    }

    [Test]
    public async Task WriteAsync_Running_BecomeSpansOnceTheyHaveEnded()
    {
        await Sink.WriteAsync(Batches.Of(Batches.Session(JobSessionStatus.Running), Batches.Item(1, LogItemType.Running)));
        Assert.That(Receiver.Spans, Is.Empty);

        await Sink.WriteAsync(Batches.Of(Batches.Item(1)));

        var logs = Receiver.Logs.ToList();
        var span = Receiver.Spans.Single(span => !span.ParentSpanId.IsEmpty);
        Assert.That(logs.Select(log => log.SpanId), Is.All.EqualTo(span.SpanId));
        Assert.That(logs.Select(log => log.TimeUnixNano), Is.All.EqualTo(span.StartTimeUnixNano));
        Assert.That(logs.Select(log => log.Attributes.ToDictionary().ContainsKey("logitems.running")), Is.EqualTo(new[] { true, false }));
        Assert.That(logs.Select(log => log.Attributes.ToDictionary()["log.record.uid"]).Distinct().Count(), Is.EqualTo(2), "They are two records.");
        Assert.That(logs.Select(log => log.Attributes.ToDictionary()["logitems.key"]).Distinct().Count(), Is.EqualTo(1), "of one item");
    }

    [Test]
    public async Task WriteAsync_EndBeforeStartOrNoStart_IsASpanWithoutDuration()
    {
        var (backwards, startless) = (Batches.Item(1), Batches.Item(2));
        backwards.EndTime = backwards.CreationTime.AddSeconds(-1);
        startless.CreationTime = default;

        await Sink.WriteAsync(Batches.Of(backwards, startless));

        var spans = Receiver.Spans.Where(span => !span.ParentSpanId.IsEmpty).ToList();
        Assert.That(spans.Select(span => span.EndTimeUnixNano - span.StartTimeUnixNano), Is.EqualTo(new[] { 0UL, 0UL }));
        Assert.That(spans.Select(span => span.EndTimeUnixNano), Is.All.GreaterThan(1_795_899_600_000_000_000UL));
    }
}
