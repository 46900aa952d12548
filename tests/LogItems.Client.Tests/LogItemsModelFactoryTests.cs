namespace LogItems.Client.Tests;

public class LogItemsModelFactoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

    [TestCase(LogItemLevel.Running)]
    [TestCase(LogItemLevel.Success)]
    [TestCase(LogItemLevel.Warning)]
    [TestCase(LogItemLevel.Error)]
    [TestCase(LogItemLevel.Stop)]
    [TestCase(LogItemLevel.Unknown)]
    public void LogItem_WithALevel_HasIt(LogItemLevel level) =>
        Assert.That(LogItemsModelFactory.LogItem(level: level, text: "Mailbox was not found").Level, Is.EqualTo(level));

    [Test]
    public void LogItem_WithEverything_LooksLikeOneOfTheServer()
    {
        var id = Guid.NewGuid();
        var item = LogItemsModelFactory.LogItem(
            id, 7, LogItemLevel.Warning, "Mailbox was not found", Start, Start.AddSeconds(3),
            new Dictionary<string, Uri> { ["self"] = new("/v8/JobSessions/1", UriKind.Relative) });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (item.Id, item.Text, item.StartedAt, item.Duration),
                Is.EqualTo((id, "Mailbox was not found", (DateTimeOffset?)Start, (TimeSpan?)TimeSpan.FromSeconds(3))));
            Assert.That(item.Links["self"].Path, Is.EqualTo("/JobSessions/1"));
            Assert.That(item.ToString(), Is.EqualTo("7 [Warning] Mailbox was not found"));
            Assert.That(item.ContinuationToken, Is.Null);
        }
    }

    [Test]
    public void LogItem_WithoutTimes_IsRunningAndHasNoStart()
    {
        var item = LogItemsModelFactory.LogItem();
        Assert.That((item.IsRunning, item.StartedAt), Is.EqualTo((true, (DateTimeOffset?)null)));
    }

    [Test]
    public void JobSession_WithTimes_HasADuration()
    {
        var session = LogItemsModelFactory.JobSession(status: JobSessionStatus.Failed, startedAt: Start, endedAt: Start.AddMinutes(3));
        Assert.That(
            (session.Status, session.IsRunning, session.Duration),
            Is.EqualTo(((JobSessionStatus?)JobSessionStatus.Failed, false, (TimeSpan?)TimeSpan.FromMinutes(3))));
    }

    [Test]
    public void ApiVersionDetection_WithVersions_ChoosesTheNewest()
    {
        var detection = LogItemsModelFactory.ApiVersionDetection(new("https://backup:4443/"), ApiVersion.V6, ApiVersion.V7);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(detection.Outcome, Is.EqualTo(ApiVersionDetectionOutcome.Served));
            Assert.That(detection.Chosen, Is.EqualTo(ApiVersion.V7));
            Assert.That(
                new ApiVersionDetectionException(LogItemsModelFactory.ApiVersionDetection(new("https://backup:4443/"))).Detection.Outcome,
                Is.EqualTo(ApiVersionDetectionOutcome.NoneServed));
        }
    }

    [Test]
    public async Task AsyncItems_WithAFailure_DeliversTheItemsFirst()
    {
        var read = new List<int>();
        var failure = new HttpRequestException("The server is gone.");
        var thrown = await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            await foreach (var number in LogItemsModelFactory.AsyncItems([1, 2], failure))
            {
                read.Add(number);
            }
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown, Is.SameAs(failure));
            Assert.That(read, Is.EqualTo(new[] { 1, 2 }));
        }

        Assert.That(await LogItemsModelFactory.AsyncItems([3]).ToListAsync(), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public async Task AsyncItems_Canceled_EndsBetweenTwoItems()
    {
        using var canceling = new CancellationTokenSource();
        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in LogItemsModelFactory.AsyncItems([1, 2]).WithCancellation(canceling.Token))
            {
                await canceling.CancelAsync();
            }
        });
    }
}
