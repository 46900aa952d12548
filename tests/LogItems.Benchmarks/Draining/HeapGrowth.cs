using System.Globalization;

namespace LogItems.Benchmarks;

/// <summary>By how much the managed heap grows while a session is read, garbage that has not been collected yet included.</summary>
/// <remarks>GC.GetTotalMemory, looked at after each 100 items, over what it is after a full collection before the reading.</remarks>
internal static class HeapGrowth
{
    private const int Interval = 100;

    /// <summary>In megabytes, from a process that does nothing else.</summary>
    public static double Of(int items, ApiVersion version)
    {
        using var server = ServerProcess.Start(items, kind: "written");
        using var drain = Child.Start("drain", server.Address.AbsoluteUri, server.SessionId.ToString(), version.ToString());
        var growth = drain.StandardOutput.ReadToEnd();
        drain.WaitForExit();
        return double.Parse(growth, CultureInfo.InvariantCulture);
    }

    /// <summary>What that process runs: reads the session once to warm up and once to be measured.</summary>
    public static async Task RunAsync(string address, string sessionId, string version)
    {
        using var drain = new OurDrain(new Uri(address), Guid.Parse(sessionId), new() { Version = Enum.Parse<ApiVersion>(version) });
        await drain.RunAsync();
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        var peak = idle;
        await drain.RunAsync(item =>
        {
            if (item % Interval == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            }
        });
        Console.WriteLine(((peak - idle) / (1024.0 * 1024.0)).ToString(CultureInfo.InvariantCulture));
    }
}
