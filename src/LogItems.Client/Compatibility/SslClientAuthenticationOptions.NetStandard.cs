namespace System.Net.Security;

/// <summary>Whom a connection is meant for.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal sealed class SslClientAuthenticationOptions
{
    public string TargetHost { get; init; } = "";
}
