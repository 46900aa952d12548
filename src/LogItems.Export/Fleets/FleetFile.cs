using LogItems.Export.Fleets;

namespace LogItems.Export;

/// <summary>Reads the file that describes a fleet.</summary>
/// <remarks>
/// YAML or JSON with <c>maxConcurrency</c>, <c>interval</c>, <c>defaults</c> and <c>servers</c>. A server has <c>name</c>, <c>address</c>, <c>username</c> and
/// <c>password</c>, which is one of <c>environment</c>, <c>file</c> and <c>command</c>; optional are <c>version</c>, <c>pinSha256</c>, <c>labels</c>,
/// <c>interval</c>, <c>timeout</c> and <c>maxConnections</c>. <c>defaults</c> has those that servers can share.
/// </remarks>
public static class FleetFile
{
    /// <summary>Loads a fleet.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidFleetException">
    /// The file is not YAML, or has invalid settings; the message lists all of them with their lines. Or every user can write to it.
    /// </exception>
    public static Fleet Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RefuseWritableByOthers(path);
        using var reader = new StreamReader(path);
        return Load(reader, path);
    }

    /// <summary>Loads a fleet from text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">The name of the text in messages.</param>
    /// <exception cref="InvalidFleetException">The text is not YAML, or has invalid settings; the message lists all of them with their lines.</exception>
    public static Fleet Load(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        return FleetReader.Read(YamlFleet.Read(reader, name), name);
    }

    /// <summary>Users who can write to the file could specify another server, which would receive the password, or a command, which would be run.</summary>
    private static void RefuseWritableByOthers(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & UnixFileMode.OtherWrite) != 0)
        {
            throw new InvalidFleetException(path, [$"{path}: the file is not read, because other users can write to it. Run: chmod o-w '{path}'"]);
        }
    }
}
