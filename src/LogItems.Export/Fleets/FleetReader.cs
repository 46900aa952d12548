using System.Globalization;

namespace LogItems.Export.Fleets;

/// <summary>Reads a fleet, and reports all of its problems together.</summary>
internal sealed class FleetReader
{
    private static readonly string[] Keys = ["maxConcurrency", "interval", "defaults", "servers"];

    private readonly FleetErrors _errors = new();

    private FleetReader()
    {
    }

    /// <param name="root">The settings.</param>
    /// <param name="source">Their source, as the beginning of a message.</param>
    /// <exception cref="InvalidFleetException">Settings are invalid; the message lists all of them.</exception>
    public static Fleet Read(FleetNode root, string source)
    {
        var reader = new FleetReader();
        var fleet = reader.ReadFleet(root);
        reader._errors.ThrowIfAny(source);
        return fleet;
    }

    private Fleet ReadFleet(FleetNode root)
    {
        var settings = new FleetSettings(root, "a fleet", Keys, _errors);
        var concurrency = FleetValues.Number(settings, "maxConcurrency", 1, FleetLimits.MaxConcurrency, _errors) ?? FleetLimits.DefaultConcurrency;
        var defaults = new ServerDraft { Interval = FleetValues.Interval(settings, _errors) ?? FleetLimits.DefaultInterval };
        if (settings.Find("defaults") is { } node)
        {
            defaults = new ServerReader(_errors, defaults).ReadDefaults(node);
        }

        var servers = new List<FleetServer>();
        if (settings.Find("servers") is not { IsList: true } list)
        {
            settings.AddError("servers", "there is no list of 'servers'. Write 'servers' with one element for each server.");
            return new Fleet(servers, concurrency);
        }

        foreach (var child in list.Children)
        {
            if (new ServerReader(_errors, defaults).Read(child) is { } server)
            {
                servers.Add(server);
            }
        }

        ReportSharedNames(list);
        var fleet = new Fleet(servers, concurrency);
        if (fleet.LabelNames.Count > FleetLimits.MaxLabels)
        {
            _errors.Add(list, string.Create(
                CultureInfo.InvariantCulture,
                $"the servers have {fleet.LabelNames.Count} label names in total; at most {FleetLimits.MaxLabels} are allowed: "
                + $"{string.Join(", ", fleet.LabelNames)}."));
        }

        return fleet;
    }

    /// <summary>Names are compared as written, including those of servers with other problems.</summary>
    private void ReportSharedNames(FleetNode list)
    {
        var first = new Dictionary<string, FleetNode>(StringComparer.Ordinal);
        foreach (var name in list.Children.SelectMany(server => server.Children.Where(setting => IsName(setting) && setting.Text is not null)))
        {
            if (!first.TryAdd(name.Text!, name))
            {
                _errors.Add(name, $"the name '{name.Text}' is also used by the server at {first[name.Text!].Location}. Give each server its own name.");
            }
        }
    }

    private static bool IsName(FleetNode setting) => string.Equals(setting.Key, "name", StringComparison.OrdinalIgnoreCase);
}
