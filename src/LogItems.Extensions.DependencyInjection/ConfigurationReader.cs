using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LogItems.Extensions.DependencyInjection;

/// <summary>Reads a section of the configuration, and collects all errors instead of stopping at the first.</summary>
/// <remarks>Values are quoted only if they cannot be secret.</remarks>
internal sealed class ConfigurationReader
{
    private readonly IConfiguration _section;
    private readonly LogItemsServerOptions _options;
    private readonly Dictionary<string, Action<IConfigurationSection>> _settings;
    private string? _username;
    private string? _password;

    private ConfigurationReader(IConfiguration section, LogItemsServerOptions options)
    {
        _section = section;
        _options = options;
        _settings = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Server"] = ReadServer,
            ["Version"] = ReadVersion,
            ["Username"] = text => _username = text.Value,
            ["Password"] = text => _password = text.Value,
            ["AccessToken"] = token => ReadCredential(new AccessTokenCredential(token.Value!)),
            ["RefreshToken"] = token => ReadCredential(new RefreshTokenCredential(token.Value!)),
            ["PinSha256"] = ReadPins,
            ["PageSize"] = text => ReadNumber(text, number => options.PageSize = number),
            ["PagePrefetch"] = text => ReadNumber(text, number => options.PagePrefetch = number),
            ["MaxConnections"] = text => ReadNumber(text, number => options.MaxConnections = number),
            ["HttpVersion"] = ReadHttpVersion,
            ["MaxBufferSize"] = text => ReadNumber(text, number => options.MaxBufferSize = number),
            ["ApplicationId"] = text => options.ApplicationId = text.Value,
            ["MaxRetries"] = text => ReadNumber(text, number => options.MaxRetries = number),
            ["Timeout"] = text => ReadTime(text, time => options.Timeout = time),
            ["TryTimeout"] = text => ReadTime(text, time => options.TryTimeout = time),
            ["RetryDelay"] = text => ReadTime(text, time => options.RetryDelay = time),
            ["MaxRetryDelay"] = text => ReadTime(text, time => options.MaxRetryDelay = time),
            ["LogoutOnDispose"] = ReadLogout,
        };
    }

    public static void Read(IConfiguration section, LogItemsServerOptions options) => new ConfigurationReader(section, options).Read();

    private void Read()
    {
        foreach (var setting in _section.GetChildren())
        {
            if (!_settings.TryGetValue(setting.Key, out var read) && IsServer(setting))
            {
                AddServerError(setting);
            }
            else if (read is null)
            {
                AddError(setting, $"is not a setting; these are: {string.Join(", ", _settings.Keys)}");
            }
            else if (!string.IsNullOrWhiteSpace(setting.Value) || setting.GetChildren().Any())
            {
                read(setting);
            }
        }

        if (_username is not null && _password is not null)
        {
            ReadCredential(new PasswordCredential(_username, _password));
        }
        else if (_username is not null || _password is not null)
        {
            var (missing, given) = _username is null ? ("Username", "Password") : ("Password", "Username");
            AddError(_section.GetSection(missing), $"is missing where {given} is given", about: nameof(LogItemsServerOptions.Credential));
        }
    }

    private void ReadServer(IConfigurationSection setting)
    {
        if (Uri.TryCreate(setting.Value, UriKind.Absolute, out var server) && server.Scheme is ("https" or "http"))
        {
            _options.Server = server;
        }
        else
        {
            AddError(setting, "is not an address; it should look like https://host:4443");
        }
    }

    private void ReadVersion(IConfigurationSection setting)
    {
        if (ApiVersions.TryParse(setting.Value, out var version))
        {
            _options.Version = version;
        }
        else
        {
            var known = string.Join(", ", ApiVersions.All.Select(version => version.ToPathSegment()));
            AddError(setting, $"is '{setting.Value}'; use one of {known}, or omit it to detect the version");
        }
    }

    private void ReadHttpVersion(IConfigurationSection setting)
    {
        if (System.Version.TryParse(setting.Value, out var version))
        {
            _options.HttpVersion = version;
        }
        else
        {
            AddError(setting, $"is '{setting.Value}'; use 1.1 or 2.0");
        }
    }

    private void ReadCredential(LogItemsCredential credential)
    {
        if (_options.Credential is not null)
        {
            AddError(_section, "has more than one of Username and Password, AccessToken and RefreshToken; one is enough");
        }

        _options.Credential = credential;
    }

    private void ReadPins(IConfigurationSection setting)
    {
        try
        {
            var pins = setting.Value is { } text ? text.Split(',') : [.. setting.GetChildren().Select(pin => pin.Value ?? "")];
            _options.ServerCertificate = ServerCertificate.Pin(pins);
        }
        catch (ArgumentException)
        {
            AddError(setting, "is not one or more SHA-256 thumbprints of 64 hexadecimal digits, with a comma between them or as a list");
        }
    }

    private void ReadNumber(IConfigurationSection setting, Action<int> set)
    {
        if (int.TryParse(setting.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            set(number);
        }
        else
        {
            AddError(setting, $"is '{setting.Value}', which is not a whole number");
        }
    }

    private void ReadTime(IConfigurationSection setting, Action<TimeSpan> set)
    {
        // "30" would mean 30 days.
        if (setting.Value?.Any(character => character == ':') == true
            && TimeSpan.TryParse(setting.Value, CultureInfo.InvariantCulture, out var time))
        {
            set(time);
        }
        else
        {
            AddError(setting, $"is '{setting.Value}', which is not a time like 00:00:30");
        }
    }

    private void ReadLogout(IConfigurationSection setting)
    {
        if (bool.TryParse(setting.Value, out var logout))
        {
            _options.LogoutOnDispose = logout;
        }
        else
        {
            AddError(setting, $"is '{setting.Value}'; use true or false");
        }
    }

    /// <summary>Determines whether a section is a server's section, one level too deep.</summary>
    private bool IsServer(IConfigurationSection section) => section.GetChildren().Any(setting => _settings.ContainsKey(setting.Key));

    private void AddServerError(IConfigurationSection section)
    {
        var problem = $"is the section of a server, not a setting; "
            + $"register it by its name: AddLogItemsClient(\"{section.Key}\", configuration.GetSection(\"{section.Path}\"))";
        AddError(section, problem, about: nameof(LogItemsServerOptions.Server));
        _options.ConfigurationErrors.Add(new(nameof(LogItemsServerOptions.Credential), ""));
    }

    private void AddError(IConfiguration source, string problem, string? about = null)
    {
        var setting = source as IConfigurationSection;
        _options.ConfigurationErrors.Add(new(about ?? setting?.Key, $"{setting?.Path ?? "The configuration"} {problem}."));
    }
}
