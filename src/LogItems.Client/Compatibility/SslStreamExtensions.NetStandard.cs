namespace System.Net.Security;

[Microsoft.CodeAnalysis.Embedded]
internal static class SslStreamExtensions
{
    public static Task AuthenticateAsClientAsync(this SslStream stream, SslClientAuthenticationOptions options, CancellationToken cancellationToken) =>
        stream.AuthenticateAsClientAsync(options.TargetHost).WaitAsync(cancellationToken);
}
