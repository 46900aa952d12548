namespace LogItems.Export.Fleets;

/// <summary>The settings of an object by their keys.</summary>
internal sealed class FleetSettings
{
    private readonly Dictionary<string, FleetNode> _settings = new(StringComparer.OrdinalIgnoreCase);
    private readonly FleetNode _node;
    private readonly FleetMistakes _mistakes;

    /// <param name="node">The object.</param>
    /// <param name="what">The name of what it describes, with its article: <c>a server</c>.</param>
    /// <param name="keys">The keys that it may have.</param>
    /// <param name="mistakes">Receives unknown and repeated keys.</param>
    public FleetSettings(FleetNode node, string what, IReadOnlyList<string> keys, FleetMistakes mistakes)
    {
        (_node, _mistakes) = (node, mistakes);
        if (node.IsList || node.Text is not null)
        {
            mistakes.Add(node, $"this has to be {what} with its settings: {string.Join(", ", keys)}.");
            return;
        }

        foreach (var child in node.Children)
        {
            if (!keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                var advice = Suggestion.For(child.Key, keys) is { } suggestion ? $"Did you mean '{suggestion}'?" : $"Use {string.Join(", ", keys)}.";
                mistakes.Add(child, $"'{child.Key}' is not a setting of {what}. {advice}");
            }
            else if (!_settings.TryAdd(child.Key, child))
            {
                mistakes.Add(child, $"'{child.Key}' is set twice. Remove one of the two.");
            }
        }
    }

    /// <summary>The setting; null if it is not set or empty.</summary>
    public FleetNode? Find(string key) => _settings.TryGetValue(key, out var found) && !found.IsEmpty ? found : null;

    /// <summary>The text of a setting; null if it is not set or if it is an object or a list, which is reported.</summary>
    public string? Text(string key)
    {
        if (Find(key) is not { } setting)
        {
            return null;
        }

        if (setting.Text is null)
        {
            _mistakes.Add(setting, $"'{key}' has to be text.");
        }

        return setting.Text;
    }

    /// <summary>Reports a problem of a setting, or of the object if it is not set.</summary>
    public void Complain(string key, string text) => _mistakes.Add(_settings.GetValueOrDefault(key) ?? _node, text);
}
