using System.Globalization;

namespace LogItems.Export.Fleets;

/// <summary>The rules for the labels of a server, which are labels of metrics.</summary>
internal static class LabelRules
{
    /// <summary>The label names that the metrics use, and those that Prometheus sets.</summary>
    private static readonly string[] Reserved =
        ["server", "job_name", "level", "reason", "version", "job", "instance", "exported_job", "exported_instance", "le", "quantile"];

    /// <summary>The problem of a label; null if it is valid.</summary>
    public static string? ProblemOf(string name, string? value)
    {
        if (name.Length is 0 or > FleetLimits.MaxNameLength || !(char.IsAsciiLetter(name[0]) || name[0] == '_')
            || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
        {
            return $"'{name}' is not a valid label name. Use letters, digits and underscores, and do not begin with a digit.";
        }

        if (name.StartsWith("__", StringComparison.Ordinal) || Reserved.Contains(name))
        {
            return $"the label '{name}' is reserved. Use another name.";
        }

        return value is null || value.Length > FleetLimits.MaxLabelLength || value.Any(char.IsControl)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the value of the label '{name}' is not text of at most {FleetLimits.MaxLabelLength} characters on one line.")
            : null;
    }
}
