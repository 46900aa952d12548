namespace LogItems.Client.Tests.Paging.Model;

/// <summary>What a run is like: the session, the server's habits, the client's settings, and what changes; all from one seed.</summary>
internal sealed class ModelPlan
{
    private static readonly LogItemLevel[] Filterable = [LogItemLevel.Success, LogItemLevel.Warning];

    public ModelPlan(int seed, int prefetch)
    {
        (Seed, Prefetch) = (seed, prefetch);
        var dice = new Random(seed);
        Version = ApiVersions.All[dice.Next(ApiVersions.All.Count)];
        IsOrdered = Version >= ApiVersion.V8;
        Count = dice.Next(4) == 0 ? dice.Next(4) : dice.Next(30);
        PageSize = dice.Next(8) == 0 ? null : dice.Next(1, 10);
        Clamp = dice.Next(3) switch { 0 => int.MaxValue, 1 => dice.Next(1, 12), _ => dice.Next(4) == 0 ? 1 : int.MaxValue };
        IsBareArray = Version < ApiVersion.V6 && dice.Next(3) == 0;
        HasEcho = dice.Next(4) > 0;
        HasNext = dice.Next(4) > 0;
        HasLinks = HasNext || dice.Next(3) > 0;
        HasTotal = !IsOrdered && dice.Next(2) == 0;
        (Appends, Inserts, Removals, Updates) = (Rate(dice, 2), Rate(dice, 3), Rate(dice, 3), Rate(dice, 4));
        Moves = IsOrdered ? 0 : Rate(dice, 6);
        ChangingRequests = dice.Next(5) == 0 ? 0 : dice.Next(1, 30);
        Twins = dice.Next(8) == 0 ? dice.NextDouble() * 0.3 : 0;
        UnreadableIds = dice.Next(8) == 0 ? dice.NextDouble() : 0;
        HasOneTime = dice.Next(3) == 0;
        // What a server of one item a page says of its offsets cannot be checked.
        Hiccups = Clamp > 1 && dice.Next(8) == 0 ? dice.NextDouble() * 0.3 : 0;
        Faults = dice.Next(6) == 0 ? dice.NextDouble() * 0.3 : 0;
        StartAt = dice.Next(6) == 0 ? dice.Next(12) : 0;
        OrderAsc = IsOrdered ? dice.Next(4) switch { 0 => true, 1 => false, _ => null } : null;
        Levels = dice.Next(5) switch { 0 => [Filterable[dice.Next(2)]], 1 when dice.Next(2) == 0 => Filterable, _ => [] };
        if ((Levels.Length > 0 && !IsFilteredByServer) || Version == ApiVersion.V2)
        {
            // The client counts what it skips as it reads: which items those are depends on the changes meanwhile.
            StartAt = 0;
        }

        // An item that moves back while another one is removed there leaves no trace; nor does one that changes places with one that is skipped.
        Moves = Removals > 0 || StartAt > 0 ? 0 : Moves;
        if (dice.Next(10) == 0)
        {
            (Appends, Inserts, Removals, Updates, Moves) = (Appends, 0, 0, Updates, 0);
        }
    }

    public int Seed { get; }

    public ApiVersion Version { get; }

    public bool IsOrdered { get; }

    public int Count { get; }

    public int? PageSize { get; }

    public int Prefetch { get; }

    /// <summary>The most items that the server puts on a page.</summary>
    public int Clamp { get; }

    public bool IsBareArray { get; }

    public bool HasEcho { get; }

    public bool HasNext { get; }

    public bool HasLinks { get; }

    public bool HasTotal { get; }

    public double Appends { get; }

    public double Inserts { get; }

    public double Removals { get; }

    public double Updates { get; }

    public double Moves { get; }

    /// <summary>How many requests after the first one find a changed session.</summary>
    public int ChangingRequests { get; }

    /// <summary>The share of items that have the identifier of another one.</summary>
    public double Twins { get; }

    public double UnreadableIds { get; }

    /// <summary>Whether all items have the same time.</summary>
    public bool HasOneTime { get; }

    /// <summary>The share of pages that are empty, another page, or at a wrong offset.</summary>
    public double Hiccups { get; }

    /// <summary>The share of requests that are answered with 503 or a body that breaks off.</summary>
    public double Faults { get; }

    public int StartAt { get; }

    public bool? OrderAsc { get; }

    public LogItemLevel[] Levels { get; }


    public bool IsFilteredByServer => IsOrdered && Levels.Length == 1;

    public LogItemFilter Filter => new() { Levels = Levels, OrderAsc = OrderAsc, StartAt = StartAt };

    public bool Matches(ModelItem item) => Levels.Length == 0 || Array.Exists(Levels, level => level.ToString() == item.Level);

    public override string ToString() => string.Join(", ", GetType().GetProperties()
        .Where(property => property.Name is not nameof(Filter))
        .Select(property => $"{property.Name}={(property.GetValue(this) is LogItemLevel[] levels ? string.Join('+', levels) : property.GetValue(this))}"));

    private static double Rate(Random dice, int oneIn) => dice.Next(oneIn) == 0 ? dice.NextDouble() : 0;
}
