namespace LogItems.Export.Fleets;

/// <summary>The settings of an object by their keys.</summary>
internal sealed class FleetSettings
{
    private readonly Dictionary<string, FleetNode> _settings = new(StringComparer.OrdinalIgnoreCase);
    private readonly FleetNode _node;
    private readonly FleetErrors _errors;

    /// <param name="node">The object.</param>
    /// <param name="what">The name of the described object, with its article: <c>a server</c>.</param>
    /// <param name="keys">The keys that it may have.</param>
    /// <param name="errors">Receives unknown and duplicate keys.</param>
    public FleetSettings(FleetNode node, string what, IReadOnlyList<string> keys, FleetErrors errors)
    {
        (_node, _errors) = (node, errors);
        if (node.IsList || node.Text is not null)
        {
            errors.Add(node, $"this has to be {what} with its settings: {string.Join(", ", keys)}.");
            return;
        }

        foreach (var child in node.Children)
        {
            if (!keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                var advice = Suggestion.For(child.Key, keys) is { } suggestion ? $"Did you mean '{suggestion}'?" : $"Use {string.Join(", ", keys)}.";
                errors.Add(child, $"'{child.Key}' is not a setting of {what}. {advice}");
            }
            else if (!_settings.TryAdd(child.Key, child))
            {
                errors.Add(child, $"'{child.Key}' is set twice. Remove one of the two.");
            }
        }
    }

    /// <summary>The setting; null if it is absent or empty.</summary>
    public FleetNode? Find(string key) => _settings.TryGetValue(key, out var found) && !found.IsEmpty ? found : null;

    /// <summary>The text of a setting; null if it is absent, or if it is an object or a list, which is reported.</summary>
    public string? Text(string key)
    {
        if (Find(key) is not { } setting)
        {
            return null;
        }

        if (setting.Text is null)
        {
            _errors.Add(setting, $"'{key}' has to be text.");
        }

        return setting.Text;
    }

    /// <summary>Reports a problem with a setting, or with the object if the setting is absent.</summary>
    public void AddError(string key, string text) => _errors.Add(_settings.GetValueOrDefault(key) ?? _node, text);
}
