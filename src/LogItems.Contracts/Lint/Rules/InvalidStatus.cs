using System.Text.RegularExpressions;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed partial record InvalidStatus() : LintRule(
    "invalid-status", "The keys of responses are a status from 100 to 599, a range such as 5XX, or 'default', and there is at least one.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) => subject.Elements
        .Where(element => element.Kind == ElementKind.Responses && element.Map is not null)
        .SelectMany(element => Check(element.Map!));

    private IEnumerable<Finding> Check(ContractMap responses)
    {
        var statuses = responses.Entries.Where(entry => !entry.Key.StartsWith("x-", StringComparison.Ordinal)).ToList();
        foreach (var (status, response) in statuses.Where(entry => !Status().IsMatch(entry.Key)))
        {
            yield return At(response, $"'{NodeText.Shorten(status)}' is not a status; write 100 to 599 in quotes, a range such as 5XX, or 'default'.");
        }

        if (statuses.Count == 0)
        {
            yield return At(responses, "There is no response; describe at least one.");
        }
    }

    [GeneratedRegex(@"^([1-5][0-9][0-9]|[1-5]XX|default)\z")]
    private static partial Regex Status();
}
