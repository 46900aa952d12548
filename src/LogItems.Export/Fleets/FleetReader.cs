using System.Globalization;

namespace LogItems.Export.Fleets;

/// <summary>Reads a fleet, and reports all of its problems together.</summary>
internal sealed class FleetReader
{
    private static readonly string[] Keys = ["maxConcurrency", "interval", "defaults", "servers"];

    private readonly FleetMistakes _mistakes = new();

    private FleetReader()
    {
    }

    /// <param name="root">The settings.</param>
    /// <param name="source">Their source, as the beginning of a message.</param>
    /// <exception cref="InvalidFleetException">There are invalid settings; the message lists all of them.</exception>
    public static Fleet Read(FleetNode root, string source)
    {
        var reader = new FleetReader();
        var fleet = reader.ReadFleet(root);
        reader._mistakes.ThrowIfAny(source);
        return fleet;
    }

    private Fleet ReadFleet(FleetNode root)
    {
        var settings = new FleetSettings(root, "a fleet", Keys, _mistakes);
        var concurrency = FleetValues.Number(settings, "maxConcurrency", 1, FleetLimits.MaxConcurrency, _mistakes) ?? FleetLimits.DefaultConcurrency;
        var defaults = new ServerDraft { Interval = FleetValues.Interval(settings, _mistakes) ?? FleetLimits.DefaultInterval };
        if (settings.Find("defaults") is { } node)
        {
            defaults = new ServerReader(_mistakes, defaults).ReadDefaults(node);
        }

        var servers = new List<FleetServer>();
        if (settings.Find("servers") is not { IsList: true } list)
        {
            settings.Complain("servers", "there is no list of 'servers'. Write 'servers' with one element for each server.");
            return new Fleet(servers, concurrency);
        }

        foreach (var child in list.Children)
        {
            if (new ServerReader(_mistakes, defaults).Read(child) is { } server)
            {
                servers.Add(server);
            }
        }

        ReportSharedNames(list);
        var fleet = new Fleet(servers, concurrency);
        if (fleet.LabelNames.Count > FleetLimits.MaxLabels)
        {
            _mistakes.Add(list, string.Create(
                CultureInfo.InvariantCulture,
                $"the servers have {fleet.LabelNames.Count} label names in total; at most {FleetLimits.MaxLabels} are allowed: "
                + $"{string.Join(", ", fleet.LabelNames)}."));
        }

        return fleet;
    }

    /// <summary>Names are compared as they were written, including those of servers with other problems.</summary>
    private void ReportSharedNames(FleetNode list)
    {
        var first = new Dictionary<string, FleetNode>(StringComparer.Ordinal);
        foreach (var name in list.Children.SelectMany(server => server.Children.Where(setting => IsName(setting) && setting.Text is not null)))
        {
            if (!first.TryAdd(name.Text!, name))
            {
                _mistakes.Add(name, $"the name '{name.Text}' is also used by the server at {first[name.Text!].Place}. Give each server its own name.");
            }
        }
    }

    private static bool IsName(FleetNode setting) => string.Equals(setting.Key, "name", StringComparison.OrdinalIgnoreCase);
}
