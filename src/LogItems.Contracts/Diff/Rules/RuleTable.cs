using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>Reads the rules from the tables of <c>rules.md</c>.</summary>
internal sealed class RuleTable
{
    private const string Timeless = "The rule is about the revision alone.";
    private const string Nothing = "-";

    private readonly List<ChangeRule> _rules = [];
    private readonly List<string[]> _changes = [];
    private readonly Dictionary<(string Change, string Location), string> _ids = [];
    private readonly Dictionary<string, string> _elsewhere = new(StringComparer.Ordinal);

    private RuleTable()
    {
    }

    public IReadOnlyList<ChangeRule> Rules => _rules;

    public static RuleTable Load()
    {
        var table = new RuleTable();
        table.Read(EmbeddedText.Read("rules.md").ReplaceLineEndings("\n").Split('\n'));
        table._changes.ForEach(table.AddChange);
        return table;
    }

    /// <summary>The ID of the rule for a change at a location; null if neither the location nor a more general one has such a rule.</summary>
    public string? IdOf(string change, SchemaLocation place) =>
        _ids.GetValueOrDefault((change, place.Id))
        ?? (_elsewhere.TryGetValue(change, out var general) ? _ids.GetValueOrDefault((general, place.Id)) : null)
        ?? (place.General is { } wider ? IdOf(change, wider) : null);

    private void Read(string[] lines)
    {
        var (direction, reason) = (ChangeDirection.None, "");
        string[] header = [];
        foreach (var line in lines)
        {
            var cells = line.StartsWith('|') ? line[1..^1].Split('|', StringSplitOptions.TrimEntries) : [];
            switch (cells)
            {
                case ["rule" or "change", ..]:
                    header = cells;
                    break;
                case [] when line.StartsWith("## ", StringComparison.Ordinal):
                    _ = Enum.TryParse(line.Split('(', ')').ElementAtOrDefault(1), ignoreCase: true, out direction);
                    break;
                case []:
                    reason = line.Length > 0 ? line : reason;
                    break;
                case [var first, ..] when first.StartsWith('-'):
                    break;
                case [_, _, _, _, _, _, _]:
                    AddRule(cells, direction, reason);
                    break;
                default:
                    Index(cells, header);
                    break;
            }
        }
    }

    private void AddRule(string[] cells, ChangeDirection direction, string reason)
    {
        string[] opposites = cells[5] == Nothing ? [] : cells[5].Split(' ');
        var counterpart = cells[6] == Nothing ? null : cells[6];
        _rules.Add(new ChangeRule(cells[0], Level(cells[1]), Level(cells[2]), direction, $"{char.ToUpperInvariant(cells[3][0])}{cells[3][1..]}; {cells[4]}.")
        {
            What = cells[3],
            Consequence = cells[4],
            Opposites = opposites,
            Counterpart = counterpart,
            Unmirrored = opposites.Length == 0 ? Timeless : counterpart is null ? reason : null,
        });
    }

    // Change, request, response, sdk, what, consequence in requests, in responses, reverse, elsewhere, then one column per location.
    private void Index(string[] cells, string[] header)
    {
        _changes.Add(cells);
        if (cells[8].Length > 0)
        {
            _elsewhere[cells[0]] = cells[8];
        }

        for (var column = 9; column < cells.Length; column++)
        {
            if (cells[column].Length > 0)
            {
                _ids.Add((cells[0], header[column]), cells[column]);
            }
        }
    }

    private void AddChange(string[] cells)
    {
        foreach (var place in SchemaLocation.All.Where(place => _ids.GetValueOrDefault((cells[0], place.Id)) is { } id && cells.AsSpan(9).Contains(id)))
        {
            var consequence = cells[place.IsResponse ? 6 : 5];
            _rules.Add(new ChangeRule(
                _ids[(cells[0], place.Id)], Level(cells[place.IsResponse ? 2 : 1]), Level(cells[3]), place.Direction,
                $"{place.Words}: {cells[4]}; {consequence}.")
            {
                What = cells[4],
                Consequence = consequence,
                Opposites = [.. cells[7].Split(' ').Select(change => _ids.GetValueOrDefault((change, place.Id))).OfType<string>()],
                Counterpart = IdOf(cells[0], place.Counterpart),
            });
        }
    }

    private static FindingLevel Level(string word) => Enum.Parse<FindingLevel>(word, ignoreCase: true);
}
