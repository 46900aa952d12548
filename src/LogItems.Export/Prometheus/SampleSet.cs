using Prometheus;

namespace LogItems.Export.Prometheus;

/// <summary>The samples of a server after a poll; those of jobs that are gone are removed.</summary>
internal sealed class SampleSet(string[] serverLabels)
{
    private Dictionary<(Gauge, string, string), string[]> _published = [];
    private Dictionary<(Gauge, string, string), string[]> _next = [];

    /// <summary>Sets the value of a gauge; null for no sample.</summary>
    public void Set(Gauge gauge, double? value, string job = "", string level = "")
    {
        if (value is not { } number)
        {
            return;
        }

        string[] labels = [.. serverLabels, .. new[] { job, level }.Where(label => label.Length > 0)];
        gauge.WithLabels(labels).Set(number);
        _next[(gauge, job, level)] = labels;
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
