using System.Globalization;

namespace LogItems.Export.Fleets;

/// <summary>Reads a server, or the defaults of all servers.</summary>
internal sealed partial class ServerReader(FleetErrors errors, ServerDraft defaults)
{
    private static readonly string[] SharedKeys = ["version", "username", "password", "labels", "maxConnections", "timeout"];
    private static readonly string[] Keys = ["name", "address", "pinSha256", "interval", .. SharedKeys];

    public ServerDraft ReadDefaults(FleetNode node) => ReadShared(new FleetSettings(node, "the defaults", SharedKeys, errors));

    /// <summary>The server; null if it has problems.</summary>
    public FleetServer? Read(FleetNode node)
    {
        var settings = new FleetSettings(node, "a server", Keys, errors);
        if (node.IsList || node.Text is not null)
        {
            return null;
        }

        var draft = ReadShared(settings);
        var (name, pins) = (ReadName(settings), ReadPins(settings));
        var address = ReadAddress(settings);
        var interval = FleetValues.Interval(settings, errors);
        if (draft.Username is null)
        {
            settings.AddError("username", "'username' is missing. Set it for the server or in 'defaults'.");
        }

        if (draft is { Password: null, HasInvalidPassword: false })
        {
            settings.AddError("password", $"'password' is missing. Set one of {string.Join(", ", PasswordKeys)} below it, for the server or in 'defaults'.");
        }

        return name is null || address is null || draft is not { Username: { } username, Password: { } password } ? null : new FleetServer
        {
            Name = name,
            Address = address,
            Version = draft.Version,
            PinSha256 = pins,
            Username = username,
            Password = password,
            Labels = draft.Labels,
            Interval = interval ?? draft.Interval,
            MaxConnections = draft.MaxConnections,
            Timeout = draft.Timeout,
        };
    }

    private ServerDraft ReadShared(FleetSettings settings)
    {
        var password = settings.Find("password") is { } node ? ReadPassword(node) : null;
        return defaults with
        {
            Version = ReadVersion(settings),
            Username = settings.Text("username") ?? defaults.Username,
            Password = password ?? defaults.Password,
            HasInvalidPassword = defaults.HasInvalidPassword || (password is null && settings.Find("password") is not null),
            Labels = ReadLabels(settings),
            MaxConnections = FleetValues.Number(settings, "maxConnections", 1, 100, errors) ?? defaults.MaxConnections,
            Timeout = FleetValues.Timeout(settings, errors) ?? defaults.Timeout,
        };
    }

    private static string? ReadName(FleetSettings settings)
    {
        var name = settings.Text("name");
        if (name is { Length: <= FleetLimits.MaxNameLength } && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-'))
        {
            return name;
        }

        settings.AddError("name", string.Create(
            CultureInfo.InvariantCulture,
            $"{(name is null ? "'name' is missing" : $"'name' is '{name}'")}. "
            + $"Use 1 to {FleetLimits.MaxNameLength} characters of a to z, 0 to 9, '.', '_' and '-'."));
        return null;
    }

    private static Uri? ReadAddress(FleetSettings settings)
    {
        var text = settings.Text("address");
        if (text is null)
        {
            settings.AddError("address", "'address' is missing. Set it to the server's address, such as https://host:4443.");
            return null;
        }

        // The text is not quoted, because an address may contain a password.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            settings.AddError("address", "'address' is not a valid address. Use one such as https://host:4443.");
            return null;
        }

        var problems = new LogItemsClientOptions().Validate(address);
        foreach (var problem in problems)
        {
            settings.AddError("address", problem);
        }

        return problems.Count == 0 ? address : null;
    }
}
