namespace LogItems.Cli.Options;

/// <summary>The value of a setting and where it comes from.</summary>
/// <param name="Text">The value; null if it is not set.</param>
/// <param name="Source">The option, environment variable or profile; null if there is no value.</param>
internal readonly record struct SettingValue(string? Text, string? Source)
{
    /// <summary>Gets whether the value comes from the profile.</summary>
    public bool IsFromProfile { get; init; }
}
