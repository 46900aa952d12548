namespace LogItems.Extensions.DependencyInjection;

/// <summary>The settings of a registered client: those of <see cref="LogItemsClientOptions"/>, the server and the credential.</summary>
/// <remarks>
/// Read once, when the client is created: a change of the configuration takes effect at the next start. <see cref="LogItemsClientOptions.LoggerFactory"/>
/// and <see cref="LogItemsClientOptions.TimeProvider"/> come from the services unless they are set.
/// </remarks>
public sealed class LogItemsServerOptions : LogItemsClientOptions
{
    /// <summary>The server, for example <c>https://backup.contoso.local:4443</c>.</summary>
    /// <value>Required. A version in the path (<c>/v7</c>) counts as <see cref="LogItemsClientOptions.Version"/>.</value>
    public Uri? Server { get; set; }

    /// <summary>The credential to sign in with.</summary>
    /// <value>Required. In a configuration: Username and Password, AccessToken, or RefreshToken.</value>
    public LogItemsCredential? Credential { get; set; }

    /// <summary>The invalid values of the configuration.</summary>
    internal List<ConfigurationError> ConfigurationErrors { get; } = [];
}
