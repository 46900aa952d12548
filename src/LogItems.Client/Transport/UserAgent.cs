using System.Reflection;

namespace LogItems.Transport;

/// <summary>The product tokens of requests: the application's, then the SDK's.</summary>
internal static class UserAgent
{
    private static readonly string Sdk = $"LogItems.Client/{VersionOf(typeof(UserAgent).Assembly)}";

    /// <summary>Sets the header, unless the request has one.</summary>
    public static void AddTo(HttpRequestMessage request, LogItemsClientOptions options)
    {
        if (!request.Headers.Contains("User-Agent"))
        {
            request.Headers.TryAddWithoutValidation("User-Agent", options.ApplicationId is { } application ? $"{application} {Sdk}" : Sdk);
        }
    }

    /// <summary>The package's version, without build metadata.</summary>
    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
