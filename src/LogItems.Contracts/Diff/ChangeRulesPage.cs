using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff;

/// <summary>The documentation of the comparison rules, generated from the registry.</summary>
public static class ChangeRulesPage
{
    private const string Start = """
        # Rules of `contract diff`

        Generated from the registry by a test; do not edit. Each rule has two verdicts: **wire** for callers that are deployed already and
        meet a service that conforms to the revision, **sdk** for code that is rebuilt against the SDK generated from the revision, which
        is the most it can mean there: a type that is the same in C# breaks no code. *Reverse* is what the comparison the other way
        round reports, *counterpart* the same change in the other direction, of requests or of responses. Operations of stability
        `draft` or `alpha` get no more than `info`.


        """;

    /// <summary>Writes the page, as Markdown.</summary>
    public static void Write(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Start.ReplaceLineEndings("\n"));
        foreach (var group in ChangeRules.All.GroupBy(rule => rule.Direction).OrderBy(group => group.Key))
        {
            writer.Write($"## {Title(group.Key)}\n\n");
            writer.Write("| rule | wire | sdk | what it means | reverse | counterpart |\n|---|---|---|---|---|---|\n");
            foreach (var rule in group)
            {
                writer.Write($"| `{rule.Id}` | {Word(rule.Wire)} | {Word(rule.Sdk)} ");
                writer.Write($"| {rule.Description} | {Reverse(rule)} | {Counterpart(rule)} |\n");
            }

            writer.Write("\n");
        }
    }

    private static string Title(ChangeDirection direction) => direction switch
    {
        ChangeDirection.Request => "Requests",
        ChangeDirection.Response => "Responses",
        _ => "Operations and documents",
    };

    private static string Word(FindingLevel level) => level.ToString().ToLowerInvariant();

    private static string Reverse(ChangeRule rule) => rule.Opposites.Count switch
    {
        0 => rule.Unmirrored!,
        1 when rule.Opposites[0] == rule.Id => "itself",
        _ => string.Join(", ", rule.Opposites.Select(id => $"`{id}`")),
    };

    private static string Counterpart(ChangeRule rule) =>
        rule.Counterpart is not null ? $"`{rule.Counterpart}`" : rule.Opposites.Count == 0 ? "" : rule.Unmirrored!;
}
