using System.Globalization;

namespace LogItems.Monitoring.Checks;

/// <summary>Checks the remaining validity of a server's certificate.</summary>
internal static class CertificateCheck
{
    public const string Name = "certificate";

    public static CheckFinding Run(ServerCertificateInfo certificate, CheckOptions options)
    {
        var left = certificate.NotAfter - options.TimeProvider.GetUtcNow();
        var days = (long)Math.Floor(left.TotalDays);
        var state = days < options.CertificateCriticalDays ? CheckState.Critical
            : days < options.CertificateWarningDays ? CheckState.Warning
            : CheckState.Ok;
        var text = left < TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $"expired on {certificate.NotAfter:yyyy-MM-dd}")
            : string.Create(CultureInfo.InvariantCulture, $"expires on {certificate.NotAfter:yyyy-MM-dd}, in {days} days");
        var value = new PerformanceValue(
            "certificate_days",
            days,
            "",
            $"{options.CertificateWarningDays.ToString(CultureInfo.InvariantCulture)}:",
            $"{options.CertificateCriticalDays.ToString(CultureInfo.InvariantCulture)}:");
        return new CheckFinding(Name, state, text, [value]);
    }
}
