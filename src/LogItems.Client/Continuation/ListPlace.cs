using LogItems.Models;

namespace LogItems.Continuation;

/// <summary>The place that the reading of a list has reached.</summary>
/// <param name="list">The list; 0 for one that cannot be continued.</param>
/// <param name="startAt">The number of items that are skipped.</param>
internal sealed class ListPlace(uint list, int startAt)
{
    private int _count = startAt;
    private IListItem? _last;

    /// <summary>Notes an item as the one that is delivered next.</summary>
    public void MoveTo(object item)
    {
        _count++;
        if (list != 0 && item is IListItem here)
        {
            here.Position = new(list, _count);
            _last = here;
        }
    }

    /// <summary>Notes on a failure where to continue.</summary>
    public void Report(Exception failure)
    {
        if (_last?.Position.TokenOf(_last.Id) is { } token)
        {
            failure.Data[ContinuationExceptionExtensions.Key] = token;
        }
    }

    /// <summary>A number for what is read, of which session, with which filter; the same in every process.</summary>
    public static uint ListOf(params object?[] description)
    {
        // FNV-1a.
        var hash = 2166136261;
        foreach (var character in string.Join("|", description.Select(part => FormattableString.Invariant($"{part}"))))
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return Math.Max(hash, 1);
    }
}
