namespace LogItems.Benchmarks;

/// <summary>The quick mode: everything that is compared, in one process and in less than a minute.</summary>
internal static class Comparison
{
    public static async Task RunAsync(Report report)
    {
        DecodeComparison.Run(report);
        report.Write("generator.build-overhead-ms", GeneratorCost.OfBuild());
        report.Write("generator.edit-overhead-ms", GeneratorCost.OfEdit());
        await DrainComparison.RunAsync(report);
        report.Write("drain.heap-growth-mb.30000", HeapGrowth.Of(30_000, ApiVersion.V8));
        report.Write("drain.heap-growth-mb", HeapGrowth.Of(300_000, ApiVersion.V8));
        report.Write("first-item.share-of-page", await FirstItem.ShareOfPageAsync(), "0.0000");
        report.Write("build.unchanged-overhead-ms", UnchangedBuild.OverheadOfOurTargets());
    }

    /// <summary>A million items, in an API version with a defined order and in one without, where every identifier is remembered.</summary>
    public static void RunHeap(Report report)
    {
        report.Write("drain.heap-growth-mb.1000000", HeapGrowth.Of(1_000_000, ApiVersion.V8));
        report.Write("drain.heap-growth-mb.1000000.v7", HeapGrowth.Of(1_000_000, ApiVersion.V7));
        SeenItemsCost.Run(report);
    }
}
