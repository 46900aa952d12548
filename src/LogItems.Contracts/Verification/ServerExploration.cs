using System.Globalization;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>Sends GET and HEAD requests that are derived from the contract's parameters, valid and invalid ones, and reports the smallest
/// ones with an unexpected response.</summary>
internal sealed class ServerExploration(
    RateLimitedClient client, ContractDocument view, VerificationOptions options, KnownIds ids, PatternCache patterns)
{
    private const int MaxTimeouts = 3;

    private readonly ExplorationChecker _checker = new(client, view);
    private readonly Random _random = new(options.ExplorationSeed);
    private readonly int[] _sent = new int[Enum.GetValues<ValueVerdict>().Length];
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly HashSet<string> _concerned = new(StringComparer.Ordinal);

    // Exploration also ends after timeouts, because a hanging server would delay every further request.
    private bool IsExhausted => _sent.Sum() >= options.ExplorationRequests || client.Timeouts >= MaxTimeouts;

    public async Task RunAsync(IEnumerable<ContractOperation> operations, CancellationToken cancellationToken)
    {
        var pool = new ValuePool(view, new QueryCheck(view, new SchemaValidator(view, patterns)), _random);
        var explored = operations.Select(operation => new ExploredOperation(view, operation, pool, ids))
            .Where(operation => operation.IsExplorable).ToList();
        foreach (var (operation, request) in Requests(explored))
        {
            if (IsExhausted)
            {
                break;
            }

            await TryAsync(operation, request, cancellationToken).ConfigureAwait(false);
        }

        ids.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"Explored with {_sent.Sum()} requests from seed {options.ExplorationSeed}: {_sent[(int)ValueVerdict.Valid]} valid, "
            + $"{_sent[(int)ValueVerdict.Invalid]} invalid, {_sent[(int)ValueVerdict.Unknown]} with an unknown identifier, "
            + $"{_sent[(int)ValueVerdict.Open]} that the contract leaves open."));
        if (client.Timeouts >= MaxTimeouts)
        {
            ids.Note($"The exploration ended early, because {MaxTimeouts} requests were not answered in time.");
        }
    }

    // Returns every value on its own first, then combinations indefinitely.
    private IEnumerable<(ExploredOperation Operation, ExploredRequest Request)> Requests(List<ExploredOperation> operations)
    {
        var singles = operations.SelectMany(operation => operation.Singles().Select(request => (operation, request))).ToArray();
        _random.Shuffle(singles);
        foreach (var single in singles)
        {
            yield return single;
        }

        while (operations.Count > 0)
        {
            var operation = operations[_random.Next(operations.Count)];
            yield return (operation, operation.Combination(_random));
        }
    }

    private async Task TryAsync(ExploredOperation operation, ExploredRequest request, CancellationToken cancellationToken)
    {
        foreach (var finding in await SendAsync(request, cancellationToken).ConfigureAwait(false))
        {
            var (smallest, wrong) = await ShrinkAsync(operation, request, finding, cancellationToken).ConfigureAwait(false);
            // Findings about valid requests are already known, and so, most likely, are those that could not be minimized.
            var isKnown = smallest.Special.Any() ? IsExhausted && _concerned.Contains(KindOf(wrong, smallest)) : client.IsKnown(wrong);
            if (!isKnown && _reported.Add($"{KindOf(wrong, smallest)} {string.Join(' ', smallest.Special)}"))
            {
                _concerned.Add(KindOf(wrong, smallest));
                client.Report(wrong with { Message = ExplorationMessage.Of(smallest, wrong.Message, client.LineOf(smallest)) });
            }
        }
    }

    private static string KindOf(Finding finding, ExploredRequest request) => $"{finding.RuleId} {request.Operation}";

    /// <summary>Finds the smallest request that results in the same kind of response.</summary>
    private async Task<(ExploredRequest Request, Finding Finding)> ShrinkAsync(
        ExploredOperation operation, ExploredRequest request, Finding finding, CancellationToken cancellationToken)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal) { request.ToString() };
        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var smaller in operation.Smaller(request).Where(smaller => tried.Add(smaller.ToString())))
            {
                if (IsExhausted)
                {
                    return (request, finding);
                }

                var found = await SendAsync(smaller, cancellationToken).ConfigureAwait(false);
                if (found.FirstOrDefault(other => other.RuleId == finding.RuleId) is { } same)
                {
                    (request, finding, isSmaller) = (smaller, same, true);
                    break;
                }
            }
        }

        return (request, finding);
    }

    private async Task<IReadOnlyList<Finding>> SendAsync(ExploredRequest request, CancellationToken cancellationToken)
    {
        _sent[(int)request.Verdict]++;
        var (exchange, failure) = await client.ExploreAsync(request, cancellationToken).ConfigureAwait(false);
        return exchange is not null ? _checker.Evaluate(request, exchange)
            : [failure! with { Message = $"leads to an incomplete response: {failure.Message.TrimEnd('.')}" }];
    }
}
