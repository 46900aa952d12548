namespace LogItems.Export.Fleets;

internal sealed partial class ServerReader
{
    private const string Detect = "auto";

    private static readonly string[] PasswordKeys = ["environment", "file", "command"];

    private ApiVersion? ReadVersion(FleetSettings settings)
    {
        var text = settings.Text("version");
        if (text is null || string.Equals(text, Detect, StringComparison.OrdinalIgnoreCase))
        {
            return text is null ? defaults.Version : null;
        }

        if (!ApiVersions.TryParse(text, out var version))
        {
            var known = string.Join(", ", ApiVersions.All.Select(each => each.ToPathSegment()));
            settings.AddError("version", $"'version' is '{text}'. Use one of {known}, or {Detect} to detect it.");
        }

        return version;
    }

    private static string[] ReadPins(FleetSettings settings)
    {
        if (settings.Find("pinSha256") is not { } node)
        {
            return [];
        }

        string[] pins = node.Text is { } text ? text.Split(',', StringSplitOptions.TrimEntries) : [.. node.Children.Select(pin => pin.Text ?? "")];
        try
        {
            ServerCertificate.Pin(pins);
        }
        catch (ArgumentException)
        {
            settings.AddError("pinSha256", "'pinSha256' is not one or more SHA-256 thumbprints of 64 hexadecimal digits, separated by commas or as a list. "
                + "logitems certificate shows the thumbprint of a server.");
        }

        return pins;
    }

    private FleetPassword? ReadPassword(FleetNode node)
    {
        if (node.Text is not null)
        {
            errors.Add(node, "'password' has to refer to the password, which must not be written here. "
                + $"Set one of {string.Join(", ", PasswordKeys)} below it.");
            return null;
        }

        var settings = new FleetSettings(node, "a password", PasswordKeys, errors);
        var given = PasswordKeys.Where(key => settings.Find(key) is not null).ToList();
        if (given.Count != 1)
        {
            errors.Add(node, $"'password' has {(given.Count == 0 ? "none" : "more than one")} of {string.Join(", ", PasswordKeys)}. Set exactly one.");
            return null;
        }

        return settings.Text(given[0]) is { } reference
            ? new FleetPassword(Enum.Parse<FleetPasswordSource>(given[0], ignoreCase: true), reference)
            : null;
    }

    private IReadOnlyDictionary<string, string> ReadLabels(FleetSettings settings)
    {
        if (settings.Find("labels") is not { } node)
        {
            return defaults.Labels;
        }

        if (node.Text is not null || node.IsList)
        {
            errors.Add(node, "'labels' has to be an object with text for each name.");
            return defaults.Labels;
        }

        var labels = new SortedDictionary<string, string>(defaults.Labels.ToDictionary(), StringComparer.Ordinal);
        foreach (var label in node.Children)
        {
            var value = label.IsEmpty ? "" : label.Text;
            if (LabelRules.ProblemOf(label.Key, value) is { } problem)
            {
                errors.Add(label, problem);
            }
            else
            {
                labels[label.Key] = value!;
            }
        }

        return labels;
    }
}
