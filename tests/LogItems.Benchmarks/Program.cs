using LogItems.Benchmarks;

if (args is ["compare"])
{
    Comparison.Run(Console.Out);
}
else
{
    BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Page).Assembly).Run(args);
}
