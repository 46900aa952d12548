namespace LogItems.Cli.Tests.Support;

/// <summary>A folder for settings of a test's own.</summary>
internal sealed class ConfigFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("logitems-config-");

    public string Folder => Path.Combine(_folder.FullName, "logitems");

    public string File => Path.Combine(Folder, "profiles.json");

    /// <summary>The variable that names the folder, and others.</summary>
    public Dictionary<string, string> Environment(params (string Name, string Value)[] others) =>
        others.Prepend(("XDG_CONFIG_HOME", _folder.FullName)).ToDictionary(variable => variable.Item1, variable => variable.Item2);

    /// <summary>Writes a file as somebody wrote it by hand.</summary>
    public void Write(string json)
    {
        Directory.CreateDirectory(Folder);
        System.IO.File.WriteAllText(File, json);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
