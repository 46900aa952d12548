namespace LogItems.FakeServer.Hosting;

/// <summary>Refuses options that no server can be started with.</summary>
internal static class OptionsCheck
{
    public static void Run(FakeServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.Url);
        ArgumentNullException.ThrowIfNull(options.Sessions);
        ArgumentNullException.ThrowIfNull(options.TimeProvider);
        ArgumentException.ThrowIfNullOrEmpty(options.Username);
        ArgumentException.ThrowIfNullOrEmpty(options.Password);
        CheckVersions(options.Versions);
        if (options.TokenLifetime.TotalSeconds is < 1 or > int.MaxValue)
        {
            throw new ArgumentException(
                $"TokenLifetime is {options.TokenLifetime:c}; use 1 second to 68 years.", nameof(options));
        }
    }

    private static void CheckVersions(IReadOnlyList<ApiVersion> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        if (versions.Count == 0 || !versions.All(ApiVersions.IsKnown))
        {
            throw new ArgumentException(
                "Versions is empty or holds an unknown version; use some of ApiVersions.All.", nameof(versions));
        }
    }
}
