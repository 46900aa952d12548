namespace LogItems.Paging;

/// <summary>Recognizes, within one pass, the way back to the furthest item after items are read again.</summary>
internal sealed class CatchUp
{
    /// <summary>The last item that was seen for the first time.</summary>
    private ItemKey? _last;
    private ItemKey? _target;

    /// <summary>From now on, known items are expected, up to the last one.</summary>
    public void Begin() => _target ??= _last;

    /// <summary>Records an item, in the order of the list.</summary>
    /// <returns>
    /// Whether it was expected: a new one, or on the way back a known one. Otherwise items have moved, or two of them are
    /// indistinguishable.
    /// </returns>
    public bool Record(ItemKey key, bool isFirstTime, bool isOverlap)
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
