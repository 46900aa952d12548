using Prometheus;

namespace LogItems.Export.Prometheus;

/// <summary>The samples of a server after a poll; those of removed jobs are deleted.</summary>
internal sealed class SampleSet(string[] serverLabels)
{
    private Dictionary<(Gauge, string?, string?), string[]> _published = [];
    private Dictionary<(Gauge, string?, string?), string[]> _next = [];

    /// <summary>Sets the value of a gauge.</summary>
    /// <param name="gauge">The gauge.</param>
    /// <param name="value">The value; null for no sample.</param>
    /// <param name="first">The value of the gauge's own label; null if it has none.</param>
    /// <param name="second">The value of its second label; null if it has none.</param>
    public void Set(Gauge gauge, double? value, string? first = null, string? second = null)
    {
        if (value is not { } number)
        {
            return;
        }

        string[] labels = [.. serverLabels, .. new[] { first, second }.OfType<string>()];
        gauge.WithLabels(labels).Set(number);
        _next[(gauge, first, second)] = labels;
    }

    /// <summary>Removes the samples that have not been set again since the last call.</summary>
    public void Publish()
    {
        foreach (var (key, labels) in _published)
        {
            if (!_next.ContainsKey(key))
            {
                key.Item1.RemoveLabelled(labels);
            }
        }

        (_published, _next) = (_next, []);
    }
}
