namespace LogItems.FakeServer.Hosting;

/// <summary>Validates the options of a server.</summary>
internal static class OptionsValidator
{
    // Rates that add up to 1 may differ from it by a rounding error.
    private const double RoundingError = 1e-9;

    public static void Run(FakeServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.Url);
        ArgumentNullException.ThrowIfNull(options.Sessions);
        ArgumentNullException.ThrowIfNull(options.TimeProvider);
        ArgumentException.ThrowIfNullOrEmpty(options.Username);
        ArgumentException.ThrowIfNullOrEmpty(options.Password);
        ListenAddress.Read(options.Url);
        CheckVersions(options.Versions);
        CheckFaults(options.Faults);
        if (!Enum.IsDefined(options.Certificate))
        {
            throw new ArgumentException($"Certificate is {options.Certificate}; use a FakeCertificate.", nameof(options));
        }

        if (options.TokenLifetime.TotalSeconds is < 1 or > int.MaxValue)
        {
            throw OutOfRange("TokenLifetime", options.TokenLifetime, "1 second to 68 years");
        }

        CheckTime("Latency", options.Latency, TimeSpan.FromHours(1), "0 to 1 hour");
        CheckTime("SlowDuration", options.SlowDuration, TimeSpan.FromHours(1), "0 to 1 hour");
        CheckTime("RetryAfter", options.RetryAfter, TimeSpan.FromDays(1), "0 to 1 day");
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

    private static void CheckFaults(IReadOnlyList<FakeFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (!faults.All(fault => Enum.IsDefined(fault.Kind) && fault.Rate is >= 0 and <= 1)
            || faults.Sum(fault => fault.Rate) > 1 + RoundingError)
        {
            throw new ArgumentException(
                "Faults contains an unknown kind or a rate that is not from 0 to 1, or its rates add up to more than 1.",
                nameof(faults));
        }
    }

    private static void CheckTime(string name, TimeSpan time, TimeSpan longest, string range)
    {
        if (time < TimeSpan.Zero || time > longest)
        {
            throw OutOfRange(name, time, range);
        }
    }

    private static ArgumentException OutOfRange(string name, TimeSpan time, string range) =>
        new($"{name} is {time:c}; use {range}.");
}
