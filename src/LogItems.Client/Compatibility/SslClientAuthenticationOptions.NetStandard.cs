namespace System.Net.Security;

/// <summary>The host that a connection is intended for.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal sealed class SslClientAuthenticationOptions
{
    public string TargetHost { get; init; } = "";
}
