using System.Globalization;
using LogItems.Benchmarks;

var report = new Report(Console.Out);
switch (args)
{
    case ["compare"]:
        await Comparison.RunAsync(report);
        break;
    case ["compare", "tool", .. var builds]:
        await ToolComparison.RunAsync(report, builds);
        break;
    case ["compare", "export", var servers, .. var build]:
        await ExportComparison.RunAsync(report, int.Parse(servers, CultureInfo.InvariantCulture), build.FirstOrDefault());
        break;
    case ["heap"]:
        Comparison.RunHeap(report);
        break;
    case ["linear"]:
        await LinearityTable.RunAsync(report);
        break;
    case ["drain", var address, var session, var version]:
        await HeapGrowth.RunAsync(address, session, version);
        break;
    case ["serve", var items, var latency, var kind, var sessions]:
        await Server.RunAsync(items, latency, kind, sessions);
        break;
    default:
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Page).Assembly).Run(args);
        break;
}
