using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.FakeServer;

namespace LogItems.Cli.Options;

/// <summary>The options for injected faults.</summary>
internal sealed class FaultSettings
{
    private readonly Option<IReadOnlyList<FakeFault>> _faults = new("--fault")
    {
        HelpName = "KIND:RATE",
        Description = $"Fault to inject and the fraction of requests it affects (0 to 1; all faults together at most 1), for example "
            + $"503:0.05; repeatable. Kinds: {string.Join(", ", FakeFault.KindNames)}.",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
        CustomParser = argument =>
        {
            var faults = new List<FakeFault>();
            foreach (var token in argument.Tokens)
            {
                if (FakeFault.TryParse(token.Value, out var fault))
                {
                    faults.Add(fault);
                }
                else
                {
                    argument.AddError(
                        $"--fault is '{token.Value}'; use KIND:RATE with a rate from 0 to 1 and one of {string.Join(", ", FakeFault.KindNames)}.");
                }
            }

            return faults;
        },
    };

    private readonly NumberOption _seed = new(
        "--fault-seed", "N", "Seed that selects the requests with faults.", defaultValue: 0);

    private readonly NumberOption _latency = new(
        "--latency", "MILLISECONDS", "Delay before each response, 0 to 3,600,000 milliseconds.", max: 3_600_000, defaultValue: 0);

    private readonly NumberOption _tokenLifetime = new(
        "--token-lifetime", "SECONDS", "Lifetime of access tokens, 1 to 1,000,000 seconds.", min: 1, max: 1_000_000, defaultValue: 3_600);

    public void AddTo(Command command)
    {
        command.Add(_faults);
        command.Add(_seed);
        command.Add(_latency);
        command.Add(_tokenLifetime);
    }

    public IReadOnlyList<FakeFault> Faults(ParseResult parse)
    {
        var faults = parse.GetValue(_faults)!;
        return faults.Sum(fault => fault.Rate) <= 1
            ? faults
            : throw new UsageException("The rates of all --fault options add up to more than 1.");
    }

    public int Seed(ParseResult parse) => parse.GetValue(_seed)!.Value;

    public TimeSpan Latency(ParseResult parse) => TimeSpan.FromMilliseconds(parse.GetValue(_latency)!.Value);

    public TimeSpan TokenLifetime(ParseResult parse) => TimeSpan.FromSeconds(parse.GetValue(_tokenLifetime)!.Value);
}
