using BenchmarkDotNet.Attributes;

namespace LogItems.Benchmarks;

/// <summary>Reading a page of 10,000 items and touching every property, side by side.</summary>
/// <remarks>In this process, which has the settings of the project; BenchmarkDotNet's own projects would not.</remarks>
[InProcess]
[WarmupCount(6)]
[IterationCount(15)]
[MemoryDiagnoser]
public class DecodeBenchmarks
{
    private readonly OurSide _ours = new();
    private readonly TokensSide _tokens = new();
    private readonly TokenizeSide _tokenize = new();
    private readonly NSwagNewtonsoftSide _nswag = new();
    private readonly NSwagSystemTextJsonSide _nswagStj = new();
    private readonly SourceGenSide _sourceGen = new();
    private readonly KiotaSide _kiota = new();

    [Benchmark(Baseline = true)]
    public ulong Ours() => _ours.Sum(_ours.Decode());

    [Benchmark]
    public object OursLinksUntouched() => _ours.Decode();

    [Benchmark]
    public ulong OursTokenByToken() => _tokens.Sum(_tokens.Decode());

    [Benchmark]
    public object Tokenize() => _tokenize.Decode();

    [Benchmark]
    public ulong NSwag() => _nswag.Sum(_nswag.Decode());

    [Benchmark]
    public ulong NSwagSystemTextJson() => _nswagStj.Sum(_nswagStj.Decode());

    [Benchmark]
    public ulong SystemTextJsonSourceGen() => _sourceGen.Sum(_sourceGen.Decode());

    [Benchmark]
    public ulong Kiota() => _kiota.Sum(_kiota.Decode());
}
