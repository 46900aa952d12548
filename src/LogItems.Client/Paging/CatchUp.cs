namespace LogItems.Paging;

/// <summary>The way back to where the reading was before it met items again, in one pass.</summary>
internal sealed class CatchUp
{
    /// <summary>The item that was the last to be met for the first time.</summary>
    private ItemKey? _last;
    private ItemKey? _target;

    /// <summary>Items are met again from now on, up to the one that was the last.</summary>
    public void Begin() => _target ??= _last;

    /// <summary>Meets an item in the order of the list.</summary>
    /// <returns>
    /// Whether it was to be expected: a new one, or on the way back a known one. Otherwise items have moved, or two of them are
    /// indistinguishable.
    /// </returns>
    public bool Meet(ItemKey key, bool isFirstTime, bool isOverlap)
    {
        var isExpected = isFirstTime || isOverlap || _target is not null;
        if (_target is { } target && key.IsSame(target))
        {
            _target = null;
        }
        else if (isFirstTime && _target is null)
        {
            _last = key;
        }

        return isExpected;
    }
}
