using LogItems.Export.Fleets;

namespace LogItems.Export;

/// <summary>Reads the file that describes a fleet.</summary>
/// <remarks>
/// YAML or JSON with <c>maxConcurrency</c>, <c>interval</c>, <c>defaults</c> and <c>servers</c>. A server has <c>name</c>, <c>address</c>, <c>username</c> and
/// <c>password</c>, which is one of <c>environment</c>, <c>file</c> and <c>command</c>; optional are <c>version</c>, <c>pinSha256</c>, <c>labels</c>,
/// <c>interval</c>, <c>timeout</c> and <c>maxConnections</c>. <c>defaults</c> has settings shared by servers.
/// </remarks>
public static class FleetFile
{
    /// <summary>Loads a fleet.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidFleetException">
    /// The file is not YAML, has invalid settings (the message lists all of them with their lines), or is writable by all users.
    /// </exception>
    public static Fleet Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RejectWritableByOthers(path);
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

    /// <summary>
    /// Rejects a file that other users can write to: they could specify another server, which would receive the password, or a command, which
    /// would be executed.
    /// </summary>
    private static void RejectWritableByOthers(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & UnixFileMode.OtherWrite) != 0)
        {
            throw new InvalidFleetException(path, [$"{path}: the file is not read, because other users can write to it. Run: chmod o-w '{path}'"]);
        }
    }
}
