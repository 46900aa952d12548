using System.Globalization;

namespace LogItems.Client.Tests.Paging.Model;

/// <summary>A session that changes before requests by a seeded script, and knows which items it had all the time.</summary>
internal sealed class ModelSession
{
    private static readonly string[] LevelWords = ["Success", "Success", "Warning", "Running"];

    private readonly ModelPlan _plan;
    private readonly Random _dice;
    private readonly List<ModelItem> _items = [];
    private HashSet<int>? _always;
    private bool _hasChanged;
    private int _numbers;

    public ModelSession(ModelPlan plan)
    {
        (_plan, _dice) = (plan, new Random(plan.Seed ^ 0x5EED));
        for (var index = 0; index < plan.Count; index++)
        {
            _items.Add(Create());
        }
    }

    /// <summary>The numbers of the items to deliver that were there from the first request to the last.</summary>
    public IReadOnlyCollection<int> Always => _always ?? [];

    /// <summary>All changes so far, for a failure's message; null to keep none.</summary>
    public List<string>? Changes { get; init; }

    /// <summary>Changes the session as the script says before a request, the first of which has the number 1.</summary>
    public void BeforeRequest(int number)
    {
        if (number > 1 && number <= _plan.ChangingRequests + 1)
        {
            Repeat(_plan.Appends, Append);
            Repeat(_plan.Inserts, Insert);
            Repeat(_plan.Removals, Remove);
            Repeat(_plan.Updates, Update);
            Repeat(_plan.Moves, Move);
        }

        var wanted = View(isFiltered: true).Skip(_plan.StartAt).Select(item => item.Number);
        if (_always is null)
        {
            _always = [.. wanted];
        }
        else if (_hasChanged)
        {
            // What is skipped is a number of items: which those are depends on the changes meanwhile.
            _always.IntersectWith(wanted);
        }

        _hasChanged = false;
    }

    /// <summary>The items as the server lists them.</summary>
    public List<ModelItem> View(bool isFiltered)
    {
        var items = isFiltered ? _items.FindAll(_plan.Matches) : [.. _items];
        if (_plan.OrderAsc == false)
        {
            items.Reverse();
        }

        return items;
    }

    private void Repeat(double rate, Action change)
    {
        while (_dice.NextDouble() < rate * 0.7)
        {
            change();
        }
    }

    private void Append() => Note("append", _items.Count, () => _items.Add(Create()));

    private void Insert()
    {
        var (index, count) = (_dice.Next(3) == 0 ? 0 : _dice.Next(_items.Count + 1), _dice.Next(6) == 0 ? _dice.Next(1, 12) : 1);
        Note($"insert {count}", index, () => _items.InsertRange(index, Enumerable.Range(0, count).Select(_ => Create()).ToList()));
    }

    private void Remove()
    {
        if (_items.Count > 0)
        {
            var index = _dice.Next(3) == 0 ? 0 : _dice.Next(_items.Count);
            var count = Math.Min(_items.Count - index, _dice.Next(6) == 0 ? _dice.Next(1, 12) : 1);
            Note($"remove {count}", index, () => _items.RemoveRange(index, count));
        }
    }

    private void Update()
    {
        if (_items.Count > 0)
        {
            var index = _dice.Next(_items.Count);
            var item = _items[index];
            Note("update", index, () => _items[index] = new ModelItem(item.Number, item.IdJson, item.Usn, item.Time, Level(), item.Revision + 1));
        }
    }

    /// <summary>Moves an item, swaps two, or shuffles all.</summary>
    private void Move()
    {
        if (_items.Count > 1 && _dice.Next(2) == 0)
        {
            var (from, to) = (_dice.Next(_items.Count), _dice.Next(_items.Count));
            var item = _items[from];
            Note($"move to {to} from", from, () =>
            {
                _items.RemoveAt(from);
                _items.Insert(to, item);
            });
        }
        else if (_dice.Next(4) == 0)
        {
            Note("shuffle", 0, () => _dice.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_items)));
        }
        else if (_items.Count > 1)
        {
            var (first, second) = (_dice.Next(_items.Count), _dice.Next(_items.Count));
            Note($"swap {second}", first, () => (_items[first], _items[second]) = (_items[second], _items[first]));
        }
    }

    private void Note(string change, int index, Action apply)
    {
        Changes?.Add($"{change} at {index}");
        _hasChanged = true;
        apply();
    }

    private string Level() => LevelWords[_dice.Next(LevelWords.Length)];

    private ModelItem Create()
    {
        var number = ++_numbers;
        var time = TimeOf(_plan.HasOneTime ? 0 : number);
        if (_items.Count > 0 && _dice.NextDouble() < _plan.Twins)
        {
            // Another item with the same identifier; at times its time is the same too.
            var other = _items[_dice.Next(_items.Count)];
            return new(number, other.IdJson, number, _dice.Next(2) == 0 ? other.Time : time, Level());
        }

        var id = $"\"{new Guid(number, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8])}\"";
        return new(number, _dice.NextDouble() < _plan.UnreadableIds ? UnreadableId(number) : id, number, time, Level());
    }

    private string? UnreadableId(int number) => _dice.Next(4) switch { 0 => null, 1 => "null", 2 => $"\"LI-{number}\"", _ => $"{number}" };

    private static string TimeOf(int seconds) =>
        new DateTime(2026, 11, 20, 22, 0, 0, DateTimeKind.Utc).AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
