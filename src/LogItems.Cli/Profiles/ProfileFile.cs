using System.Text.Json;
using System.Text.Json.Nodes;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Profiles;

/// <summary>The file that profiles are saved in.</summary>
internal sealed class ProfileFile
{
    private const string Profiles = "profiles";
    private const string Server = "server";
    private const string ApiVersion = "apiVersion";
    private const string Username = "username";
    private const string PinSha256 = "pinSha256";
    private const string CredentialCommand = "credentialCommand";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly PrivateFile _file;

    private ProfileFile(string path) => _file = new PrivateFile(path);

    /// <summary>The path: below <c>XDG_CONFIG_HOME</c>, the folder for settings, or the folder that the system provides for them.</summary>
    public string Path => _file.Path;

    /// <summary>Determines the path of the file, which need not exist.</summary>
    /// <exception cref="UsageException">There is no folder for settings.</exception>
    public static ProfileFile Locate(CommandEnvironment host)
    {
        // The specification requires that a relative path be ignored.
        var folder = host.Variable("XDG_CONFIG_HOME") is { } given && System.IO.Path.IsPathRooted(given) ? given
            : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length > 0
            ? new ProfileFile(System.IO.Path.Combine(folder, "logitems", "profiles.json"))
            : throw new UsageException("There is no folder for profiles. Set HOME or XDG_CONFIG_HOME to one.");
    }

    /// <summary>Gets the names of all profiles.</summary>
    /// <exception cref="InvalidDataException">The file is not valid, or other users can write to it.</exception>
    public IReadOnlyList<string> ReadNames() => [.. ProfilesOf(Read()).Select(profile => profile.Key).Order(StringComparer.Ordinal)];

    /// <summary>Gets a profile.</summary>
    /// <exception cref="UsageException">The profile does not exist.</exception>
    /// <exception cref="InvalidDataException">The file is not valid, or other users can write to it.</exception>
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
    /// <exception cref="UsageException">The profile does not exist.</exception>
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
            return _file.Read() is not { } content ? []
                : JsonNode.Parse(content, documentOptions: Strict) as JsonObject ?? throw new InvalidDataException($"{Path} is not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{Path} is not valid JSON. Correct or delete it.", exception);
        }
    }

    private void Write(JsonObject root)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true }))
        {
            root.WriteTo(json);
        }

        _file.Write(content.GetBuffer().AsSpan(0, (int)content.Length));
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
