namespace LogItems.Export;

/// <summary>The kind of place that a password is read from.</summary>
public enum FleetPasswordSource
{
    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>The first line of a file.</summary>
    File,

    /// <summary>The first line that a command of the shell writes.</summary>
    Command,
}
