namespace LogItems.Cli.Profiles;

/// <summary>Defaults for the options of a server, saved under a name. It never contains a password or a token.</summary>
/// <param name="Name">The name.</param>
/// <param name="Server">The address of the server.</param>
/// <param name="ApiVersion">The API version; null to detect it.</param>
/// <param name="Username">The user name; null for none.</param>
/// <param name="PinSha256">The thumbprints to trust; null for none.</param>
/// <param name="CredentialCommand">The command that prints the password or the token; null for none.</param>
internal sealed record Profile(string Name, string? Server, string? ApiVersion, string? Username, string? PinSha256, string? CredentialCommand);
