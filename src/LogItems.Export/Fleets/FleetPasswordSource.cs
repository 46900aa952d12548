namespace LogItems.Export;

/// <summary>The kinds of sources of a password.</summary>
public enum FleetPasswordSource
{
    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>The first line of a file.</summary>
    File,

    /// <summary>The first line of the output of a shell command.</summary>
    Command,
}
