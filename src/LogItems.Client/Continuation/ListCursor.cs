using LogItems.Models;

namespace LogItems.Continuation;

/// <summary>The current position in a list that is being read.</summary>
/// <param name="list">The list; 0 for one that cannot be continued.</param>
/// <param name="startAt">The number of items that are skipped.</param>
internal sealed class ListCursor(uint list, int startAt)
{
    private int _count = startAt;
    private IListItem? _last;

    /// <summary>Advances to the item that is delivered next.</summary>
    public void MoveTo(object item)
    {
        _count++;
        if (list != 0 && item is IListItem here)
        {
            here.Position = new(list, _count);
            _last = here;
        }
    }

    /// <summary>Adds the position to continue at to an exception.</summary>
    public void Report(Exception failure)
    {
        if (_last?.Position.TokenOf(_last.Id) is { } token)
        {
            failure.Data[ContinuationExceptionExtensions.Key] = token;
        }
    }

    /// <summary>A number that identifies a list by its kind, session and filter; the same in every process.</summary>
    public static uint ListOf(params object?[] description)
    {
        // The FNV-1a hash.
        var hash = 2166136261;
        foreach (var character in string.Join("|", description.Select(part => FormattableString.Invariant($"{part}"))))
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return Math.Max(hash, 1);
    }
}
