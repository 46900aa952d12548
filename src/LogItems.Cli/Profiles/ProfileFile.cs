using System.Text.Json;
using System.Text.Json.Nodes;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Profiles;

/// <summary>The file that profiles are saved in: readable and writable by its owner only, and replaced as a whole.</summary>
internal sealed class ProfileFile
{
    private const string Profiles = "profiles";
    private const string Server = "server";
    private const string ApiVersion = "apiVersion";
    private const string Username = "username";
    private const string PinSha256 = "pinSha256";
    private const string CredentialCommand = "credentialCommand";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private ProfileFile(string path) => Path = path;

    /// <summary>The path: below <c>XDG_CONFIG_HOME</c>, the folder for settings, or the folder that the system provides for them.</summary>
    public string Path { get; }

    /// <summary>Finds the place of the file, which need not exist.</summary>
    /// <exception cref="UsageException">There is no folder for settings.</exception>
    public static ProfileFile Locate(CommandEnvironment host)
    {
        // The specification says that a relative path is to be ignored.
        var folder = host.Variable("XDG_CONFIG_HOME") is { } given && System.IO.Path.IsPathRooted(given) ? given
            : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length > 0
            ? new ProfileFile(System.IO.Path.Combine(folder, "logitems", "profiles.json"))
            : throw new UsageException("There is no folder for profiles. Set HOME or XDG_CONFIG_HOME to one.");
    }

    /// <summary>Gets the names of all profiles.</summary>
    /// <exception cref="InvalidDataException">The file is not valid, or others can write to it.</exception>
    public IReadOnlyList<string> ReadNames() => [.. ProfilesOf(Read()).Select(profile => profile.Key).Order(StringComparer.Ordinal)];

    /// <summary>Gets a profile.</summary>
    /// <exception cref="UsageException">There is no profile of this name.</exception>
    /// <exception cref="InvalidDataException">The file is not valid, or others can write to it.</exception>
    public Profile Read(string name)
    {
        var profiles = ProfilesOf(Read());
        return profiles[name] is JsonObject profile
            ? new Profile(
                name,
                TextOf(profile, Server),
                TextOf(profile, ApiVersion),
                TextOf(profile, Username),
                TextOf(profile, PinSha256),
                TextOf(profile, CredentialCommand))
            : throw Missing(name, profiles);
    }

    /// <summary>Saves a profile; one of the same name is replaced.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(Profile profile)
    {
        var root = Read();
        var saved = new JsonObject();
        foreach (var (key, value) in new[]
        {
            (Server, profile.Server), (ApiVersion, profile.ApiVersion), (Username, profile.Username), (PinSha256, profile.PinSha256),
            (CredentialCommand, profile.CredentialCommand),
        })
        {
            if (value is not null)
            {
                saved[key] = value;
            }
        }

        ProfilesOf(root)[profile.Name] = saved;
        Write(root);
    }

    /// <summary>Deletes a profile.</summary>
    /// <exception cref="UsageException">There is no profile of this name.</exception>
    public void Delete(string name)
    {
        var root = Read();
        var profiles = ProfilesOf(root);
        if (!profiles.Remove(name))
        {
            throw Missing(name, profiles);
        }

        Write(root);
    }

    private UsageException Missing(string name, JsonObject profiles) => new(profiles.Count == 0
        ? $"There is no profile '{name}', nor any other in {Path}. Save one with logitems login."
        : $"There is no profile '{name}' in {Path}. Use one of {string.Join(", ", profiles.Select(profile => profile.Key).Order(StringComparer.Ordinal))}.");

    private JsonObject Read()
    {
        try
        {
            RefuseWritableByOthers();
            return JsonNode.Parse(File.ReadAllBytes(Path), documentOptions: Strict) as JsonObject
                ?? throw new InvalidDataException($"{Path} is not a JSON object.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception exception) when (exception is JsonException)
        {
            throw new InvalidDataException($"{Path} is not valid JSON. Correct or delete it.", exception);
        }
    }

    /// <summary>Whoever can write to the file or replace it could name another server, or a command that is run.</summary>
    private void RefuseWritableByOthers()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = Target();
        foreach (var path in new[] { file, System.IO.Path.GetDirectoryName(file)! })
        {
            if ((File.GetUnixFileMode(path) & WritableByOthers) != 0)
            {
                throw new InvalidDataException($"Profiles are not read from {Path}: other users can write to '{path}'. Run: chmod go-w '{path}'");
            }
        }
    }

    private void Write(JsonObject root)
    {
        var file = Target();
        var folder = System.IO.Path.GetDirectoryName(file)!;
        CreateFolder(folder);
        var draft = System.IO.Path.Combine(folder, $".profiles.{System.IO.Path.GetRandomFileName()}");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (var stream = new FileStream(draft, options))
            {
                using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
                root.WriteTo(json);
                json.Flush();
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>The file itself where people keep a link to it.</summary>
    private string Target() => File.Exists(Path) ? File.ResolveLinkTarget(Path, returnFinalTarget: true)?.FullName ?? Path : Path;

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private JsonObject ProfilesOf(JsonObject root)
    {
        if (root[Profiles] is null)
        {
            root[Profiles] = new JsonObject();
        }

        return root[Profiles] as JsonObject ?? throw new InvalidDataException($"The value of {Profiles} in {Path} is not a JSON object.");
    }

    private string? TextOf(JsonObject profile, string key) =>
        profile[key] is not { } value ? null
        : value is JsonValue text && text.TryGetValue<string>(out var found) && found.Length > 0 ? found
        : throw new InvalidDataException($"The value of {key} in {Path} is not text.");
}
