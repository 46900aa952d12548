using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LogItems.Benchmarks;

/// <summary>Runs whole processes, one at a time, with their output thrown away.</summary>
/// <remarks>
/// GNU time reports the peak of the memory, because Linux forgets it with the process, and a process that .NET starts begins with the peak of its
/// parent. Times come from the kernel's account of ended children, which counts in microseconds; about a millisecond of them is that of time and sh.
/// </remarks>
internal sealed class ProcessRunner(WorkFolder folder, IReadOnlyDictionary<string, string> environment)
{
    private const int EndedChildren = -1;

    /// <summary>Runs all in turns and writes the medians, and the ratios of all others to the first.</summary>
    public void Compare(Report report, string name, int runs, Contender[] contenders)
    {
        var results = contenders.ToDictionary(contender => contender, _ => new List<ProcessRun>());
        for (var run = 0; run < runs; run++)
        {
            foreach (var contender in contenders.Where(contender => contender.Runs == 0 || run < contender.Runs))
            {
                results[contender].Add(Run(contender));
            }
        }

        foreach (var (contender, all) in results)
        {
            report.Write($"{name}.cpu-ms.{contender.Name}", Cpu(all));
            report.Write($"{name}.wall-ms.{contender.Name}", Wall(all));
            report.Write($"{name}.rss-mb.{contender.Name}", Report.Median([.. all.Select(run => run.PeakMegabytes)]), "0.0");
        }

        var first = results[contenders[0]];
        foreach (var contender in contenders[1..])
        {
            report.Write($"{name}.cpu.{contender.Name}-vs-ours", Cpu(results[contender]) / Cpu(first));
            report.Write($"{name}.wall.{contender.Name}-vs-ours", Wall(results[contender]) / Wall(first));
        }
    }

    /// <summary>Runs one to its end.</summary>
    public ProcessRun Run(Contender contender)
    {
        var peak = folder.File("peak");
        var start = new ProcessStartInfo("time") { RedirectStandardError = true };
        foreach (var argument in (string[])["-f", "%M", "-o", peak, "sh", "-c", "exec \"$@\" > /dev/null", "sh", contender.Program, .. contender.Arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        var (before, began) = (CpuOfChildren(), Stopwatch.GetTimestamp());
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        var (wall, cpu) = (Stopwatch.GetElapsedTime(began).TotalMilliseconds, CpuOfChildren() - before);
        return process.ExitCode == 0 || contender.Accepts.Contains(process.ExitCode)
            ? new ProcessRun(cpu, wall, double.Parse(File.ReadLines(peak).Last(), CultureInfo.InvariantCulture) / 1024)
            : throw new InvalidOperationException($"{contender.Name} ended with {process.ExitCode}: {errors}");
    }

    private static double Cpu(List<ProcessRun> runs) => Report.Median([.. runs.Select(run => run.Cpu)]);

    private static double Wall(List<ProcessRun> runs) => Report.Median([.. runs.Select(run => run.Wall)]);

    private static double CpuOfChildren()
    {
        var usage = default(ResourceUsage);
        return GetResourceUsage(EndedChildren, ref usage) == 0
            ? ((usage.UserSeconds + usage.SystemSeconds) * 1000) + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1000.0)
            : throw new InvalidOperationException("The kernel does not report the times of children.");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetResourceUsage(int who, ref ResourceUsage usage);

    /// <summary>The kernel's struct rusage, of which the first four fields are used.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
