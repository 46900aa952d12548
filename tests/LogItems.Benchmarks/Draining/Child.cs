using System.Diagnostics;

namespace LogItems.Benchmarks;

/// <summary>This program in another process, with another verb.</summary>
internal static class Child
{
    /// <summary>Starts it with the runtime's own settings of the garbage collector, as users have them, instead of this project's.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_gcConcurrent"] = "1", ["DOTNET_GCRetainVM"] = "0" },
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        }

        Array.ForEach(arguments, start.ArgumentList.Add);
        return Process.Start(start)!;
    }
}
