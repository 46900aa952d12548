using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Recording;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>Checks whether recorded traffic conforms to the contract.</summary>
public static class HarVerification
{
    /// <summary>Checks every exchange against the contract of its version.</summary>
    /// <param name="traffic">The traffic; exchanges of a browser with other servers are skipped with a note.</param>
    /// <param name="views">The contracts by the first segment of the path: <c>v5</c> for <c>/v5/JobSessions</c>; the contract of an API without
    /// versions has the empty name. Coverage is counted for those that occur.</param>
    /// <param name="cancellationToken">Cancels the verification.</param>
    public static VerificationResult Run(
        HarFile traffic, IReadOnlyDictionary<string, ContractDocument> views, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        ArgumentNullException.ThrowIfNull(views);
        var judges = new Dictionary<string, (ExchangeValidator Validator, ContractCoverage Coverage)>(StringComparer.OrdinalIgnoreCase);
        var (findings, notes) = (new List<Finding>(), new List<string>());
        var patterns = new PatternCache(cancellationToken);
        var exchanges = 0;
        foreach (var entry in traffic.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.Exchange is not { } exchange)
            {
                notes.Add(entry.Note!);
            }
            else if (VersionOf(exchange.Path, views) is not { } version)
            {
                notes.Add($"{exchange} is skipped: there is no contract for the version in its path.");
            }
            else
            {
                if (!judges.TryGetValue(version, out var judge))
                {
                    judge = (new ExchangeValidator(views[version], patterns), new ContractCoverage(views[version], patterns));
                    judges.Add(version, judge);
                }

                exchanges++;
                judge.Coverage.Add(exchange);
                findings.AddRange(Evaluate(entry, exchange, judge.Validator, notes));
                notes.AddRange(entry.Note is { } note && !entry.IsUndecodable ? [note] : Array.Empty<string>());
            }
        }

        var items = judges.SelectMany(judge => judge.Value.Coverage.Report().Items
            .Select(item => judges.Count == 1 ? item : item with { Name = $"{judge.Key} {item.Name}" }));
        return new VerificationResult(findings, new CoverageReport([.. items]), exchanges, notes);
    }

    private static List<Finding> Evaluate(HarEntry entry, Exchange exchange, ExchangeValidator validator, List<string> notes)
    {
        // If there is no body, or only a part of it, the recorder is the cause, not the server.
        var findings = validator.Validate(exchange)
            .Where(finding => entry.HasBody || !IsAboutNoBody(finding)).ToList();
        if (entry.TruncationNote is { } note && findings.RemoveAll(IsAboutNoBody) > 0)
        {
            notes.Add(note);
        }

        if (entry.IsUndecodable)
        {
            findings.Add(new Finding(
                VerificationRules.UndecodableBody, FindingLevel.Warn, "The recorded body cannot be decoded, and is not checked.",
                new Location("", 0, 0, exchange.ToString())));
        }

        return findings;
    }

    private static bool IsAboutNoBody(Finding finding) => finding.RuleId is ExchangeRules.MissingBody or ExchangeRules.BodyNotJson;

    private static string? VersionOf(string path, IReadOnlyDictionary<string, ContractDocument> views)
    {
        var segment = path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return views.ContainsKey("") ? "" : views.Keys.FirstOrDefault(version => string.Equals(version, segment, StringComparison.OrdinalIgnoreCase));
    }
}
