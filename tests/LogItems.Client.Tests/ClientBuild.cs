using System.Reflection;
using System.Runtime.Versioning;

namespace LogItems.Client.Tests;

/// <summary>Which build of the client is tested: all tests but those of generation run on both.</summary>
internal static class ClientBuild
{
    public static string Framework { get; } = typeof(LogItemsClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;

    public static bool IsForNet => Framework.StartsWith(".NETCoreApp", StringComparison.Ordinal);

    /// <summary>.NET Standard has no <see cref="HttpRequestException.HttpRequestError"/> to say more with.</summary>
    public static HttpRequestError Said(HttpRequestError error) => IsForNet ? error : HttpRequestError.Unknown;
}
