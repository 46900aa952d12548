using System.Net;
using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Checks;

/// <summary>How the last runs of jobs are read: several at a time, and each for itself.</summary>
public class CheckReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    private static readonly CheckOptions All = new() { TimeProvider = new FixedTime(Now) };

    private static readonly CheckOptions Mail = All with { JobId = Runs.JobId("Mail") };

    [Test]
    public async Task ReadAsync_OneRunCannotBeRead_IsUnknownAndTheOthersStay()
    {
        FakeSession[] sessions = [Run("Archive"), Run("Mail"), Run("Sites", ("Error", "A"))];

        var report = await ReadAsync(All, sessions, request => IsFor(request, sessions[0]) ? HttpStatusCode.InternalServerError : null);

        Assert.That(report.Findings.Select(finding => (finding.Name, finding.State)), Is.EqualTo(new[]
        {
            ("Archive", CheckState.Unknown), ("Mail", CheckState.Ok), ("Sites", CheckState.Critical),
        }));
        Assert.That(
            report.ToString(),
            Does.StartWith("LOGITEMS CRITICAL - Sites: failed 8h 0m ago, 1 failure. Archive: the last run cannot be read: ")
                .And.Contain("500").And.Contain("'Mail failures'=0").And.Not.Contain("demo"));
    }

    [TestCase(HttpStatusCode.Forbidden, LogItemsApiErrorKind.AccessDenied)]
    [TestCase(HttpStatusCode.ServiceUnavailable, LogItemsApiErrorKind.Unavailable)]
    public void ReadAsync_NoRunCanBeRead_IsTheErrorOfTheApi(HttpStatusCode status, LogItemsApiErrorKind kind)
    {
        FakeSession[] sessions = [Run("Archive"), Run("Mail")];

        Assert.That(
            () => ReadAsync(All, sessions, request => IsForItems(request) ? status : null),
            Throws.InstanceOf<LogItemsApiException>().With.Property(nameof(LogItemsApiException.Kind)).EqualTo(kind));
    }

    [TestCase("Success", CheckState.Ok, "succeeded")]
    [TestCase("Warning", CheckState.Warning, "ended with a warning")]
    [TestCase("Failed", CheckState.Critical, "failed")]
    public async Task ReadAsync_SessionDeletedMeanwhile_IsJudgedByItsStatus(string status, CheckState expected, string reason)
    {
        Assert.That(CheckRange.TryParse("10", out var ten), Is.True);

        var report = await ReadAsync(
            Mail with { Warning = ten }, [Run("Mail", status)], request => IsForItems(request) ? HttpStatusCode.NotFound : null);

        Assert.That(report.State, Is.EqualTo(expected));
        Assert.That(
            report.ToString(),
            Does.StartWith($"LOGITEMS {expected.ToString().ToUpperInvariant()} - Mail: {reason} 8h 0m ago, failures unknown because the session was deleted | ")
                .And.Not.Contain("'failures'"));
    }

    [TestCase("Failed", CheckState.Critical, "failed 9h 0m ago, 0 failures")]
    [TestCase("Stopped", CheckState.Warning, "was stopped 9h 0m ago, 0 failures")]
    [TestCase("Success", CheckState.Ok, "succeeded 9h 0m ago, 0 failures | 'age'=32400s")]
    [TestCase("Running", CheckState.Ok, "first run in progress for 9h 0m")]
    [TestCase("Queued", CheckState.Ok, "first run in progress for 9h 0m")]
    [TestCase("Updating", CheckState.Ok, "first run in progress for 9h 0m")]
    public async Task ReadAsync_NoEndTime_IsJudgedByTheStatus(string status, CheckState expected, string text)
    {
        var run = new FakeSession { JobId = Runs.JobId("Mail"), JobName = "Mail", CreationTime = Now.AddHours(-9), Status = status };

        var report = await ReadAsync(Mail, [run], _ => null);

        Assert.That(report.State, Is.EqualTo(expected));
        Assert.That(report.ToString(), Does.StartWith($"LOGITEMS {expected.ToString().ToUpperInvariant()} - Mail: {text}"));
    }

    [Test]
    public async Task ReadAsync_ManyJobs_ReadsFourAtATime()
    {
        var sessions = Enumerable.Range(10, 9).Select(number => Run($"Job {number}")).ToList();
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = sessions });
        using var handler = new MeetingHandler(4);
        using var client = Client(server, handler);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        var report = await CheckReport.ReadAsync(client, All, patience.Token);

        Assert.That(handler.Most, Is.EqualTo(4));
        Assert.That(report.Findings.Select(finding => finding.Name), Is.EqualTo(sessions.Select(session => session.JobName)));
    }

    [Test]
    public async Task ReadAsync_RunSucceededAndNoRangeIsSet_AsksForWarningsAndErrorsOnly()
    {
        await using var run = await ServerRun.StartAsync([Run("Mail", ("Success", "A"), ("Stop", "B"))], ApiVersion.V8);

        await CheckReport.ReadAsync(run.Client, Mail);

        Assert.That(
            run.Server.Requests.Where(request => request.Operation == "ListLogItems").Select(request => request.Query),
            Has.Exactly(1).Contains("type=Warning").And.Exactly(1).Contains("type=Error").And.Exactly(2).Items);
    }

    private static async Task<CheckReport> ReadAsync(
        CheckOptions options, IReadOnlyList<FakeSession> sessions, Func<HttpRequestMessage, HttpStatusCode?> statusOf)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = sessions });
        using var handler = new StatusHandler(statusOf);
        using var client = Client(server, handler);
        return await CheckReport.ReadAsync(client, options);
    }

    private static LogItemsClient Client(FakeLogItemsServer server, HttpMessageHandler handler) => new(
        server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V8, MaxRetries = 0, PrimaryHandler = handler });

    private static FakeSession Run(string job, params IReadOnlyList<(string Level, string Text)> items) => Runs.Create(Now.AddHours(-9), job, items);

    private static FakeSession Run(string job, string status) => new()
    {
        JobId = Runs.JobId(job), JobName = job, CreationTime = Now.AddHours(-9), EndTime = Now.AddHours(-8), Status = status,
    };

    private static bool IsForItems(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.EndsWith("/LogItems", StringComparison.OrdinalIgnoreCase);

    private static bool IsFor(HttpRequestMessage request, FakeSession session) =>
        IsForItems(request) && request.RequestUri!.AbsolutePath.Contains(session.Id.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Answers some requests with a status in place of the server.</summary>
    private sealed class StatusHandler(Func<HttpRequestMessage, HttpStatusCode?> statusOf) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            statusOf(request) is { } status
                ? new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent("") }
                : await base.SendAsync(request, cancellationToken);
    }

    /// <summary>Holds back the requests for items until a number of them are there.</summary>
    private sealed class MeetingHandler(int expected) : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();
        private int _present;

        /// <summary>The most requests that were there at the same time.</summary>
        public int Most { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!IsForItems(request))
            {
                return await base.SendAsync(request, cancellationToken);
            }

            lock (_gate)
            {
                Most = Math.Max(Most, ++_present);
            }

            if (Most >= expected)
            {
                _met.TrySetResult();
            }

            await _met.Task.WaitAsync(cancellationToken);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                lock (_gate)
                {
                    _present--;
                }
            }
        }
    }
}
