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
    case ["heap"]:
        Comparison.RunHeap(report);
        break;
    case ["linear"]:
        await LinearityTable.RunAsync(report);
        break;
    case ["drain", var address, var session, var version]:
        await HeapGrowth.RunAsync(address, session, version);
        break;
    case ["serve", var items, var latency, var kind]:
        await Server.RunAsync(items, latency, kind);
        break;
    default:
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Page).Assembly).Run(args);
        break;
}
