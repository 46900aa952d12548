using System.Globalization;

namespace LogItems.FakeServer.Synthetic;

/// <summary>One synthetic run of a job, and everything that its items depend on.</summary>
internal sealed class SyntheticSessionFactory
{
    private const int SessionSequence = -1;
    private static readonly DateTimeOffset FirstNight = new(2024, 3, 4, 22, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan MaxDuration = TimeSpan.FromHours(6);
    private static readonly TimeSpan MaxStep = TimeSpan.FromSeconds(2);
    private static readonly string[] Finished = ["Success", "Warning", "Failed", "Stopped"];
    private static readonly string[] JobNames = ["Mailboxes", "Sites and teams", "OneDrives"];
    private static readonly double[] Offsets = [-7, 3, 5.5, 1];

    private readonly int _seed;
    private readonly int _index;
    private readonly Guid _id;
    private readonly FakeSessionStatistics _statistics;

    public SyntheticSessionFactory(int seed, int index, bool running, int items)
    {
        (_seed, _index, IsRunning, ItemCount) = (seed, index, running, items);
        Status = running ? "Running" : Finished[index % Finished.Length];
        Step = TimeSpan.FromTicks(Math.Max(1, Math.Min(MaxStep.Ticks, MaxDuration.Ticks / Math.Max(1, items))));
        var random = new SyntheticRandom(seed, index, SessionSequence);
        _id = random.NextGuid();
        Ids = new SyntheticIds(ref random);
        Start = (FirstNight + TimeSpan.FromDays(index) + TimeSpan.FromTicks(random.Next(TimeSpan.TicksPerSecond)))
            .ToOffset(TimeSpan.FromHours(Offsets[index % Offsets.Length]));
        _statistics = CreateStatistics(ref random, items);
    }

    public bool IsRunning { get; }

    public int ItemCount { get; }

    public string Status { get; }

    public SyntheticIds Ids { get; }

    public DateTimeOffset Start { get; }

    /// <summary>The average time between the starts of two items.</summary>
    public TimeSpan Step { get; }

    /// <summary>The time by which the last item has ended.</summary>
    public DateTimeOffset End => Start + (Step * ItemCount) + TimeSpan.FromMinutes(1);

    public SyntheticRandom RandomAt(int item) => new(_seed, _index, item);

    public FakeSession ToSession(FakeSessionKind kind = FakeSessionKind.Job)
    {
        var number = _index % JobNames.Length;
        var job = new SyntheticRandom(_seed, SessionSequence, SessionSequence - number);
        return new FakeSession
        {
            Kind = kind,
            Id = _id,
            Details = string.Create(
                CultureInfo.InvariantCulture,
                $"{(kind == FakeSessionKind.Job ? "Nightly backup" : "Data retrieval")} {_index + 1}"),
            CreationTime = Start,
            EndTime = IsRunning ? null : End,
            Status = Status,
            Progress = ItemCount,
            Statistics = _statistics,
            JobId = job.NextGuid(),
            JobName = JobNames[number],
            RepositoryId = job.NextGuid(),
            ProxyId = job.NextGuid(),
            ProxyPoolId = job.NextGuid(),
            JobWillBeRetried = Status == "Failed",
            JobSessionConfigType = _index == 0 ? "Full" : "Incremental",
            ETag = _index + 1,
            Items = new SyntheticItems(this),
        };
    }

    private static FakeSessionStatistics CreateStatistics(ref SyntheticRandom random, int items) => new()
    {
        ProcessingRateBytesPS = 50_000 + random.Next(2_000_000),
        ProcessingRateItemsPS = 1 + random.Next(50),
        ReadRateBytesPS = 200_000 + random.Next(6_000_000),
        WriteRateBytesPS = 2_000 + random.Next(30_000_000),
        TransferredDataBytes = items * (1_000 + random.Next(1_000_000)),
        ProcessedObjects = items,
        Bottleneck = random.Pick<string>(["Source", "Target"]),
    };
}
