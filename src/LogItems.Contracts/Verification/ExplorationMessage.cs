using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Verification;

/// <summary>Writes the findings about generated requests, with the request line to repeat them.</summary>
internal static class ExplorationMessage
{
    /// <summary>Returns the message.</summary>
    /// <param name="request">The minimized request.</param>
    /// <param name="predicate">The second half of the sentence about it.</param>
    /// <param name="line">The request line.</param>
    public static string Of(ExploredRequest request, string predicate, string line) =>
        $"{SubjectOf(request)} {predicate}; repeat with {line}";

    private static string SubjectOf(ExploredRequest request)
    {
        var special = request.Special.ToList();
        return special.Count switch
        {
            0 => "The request without optional parameters",
            1 => $"Parameter {NameOf(special[0].Parameter)}: {special[0].Value}",
            _ => $"Parameters {string.Join(", ", special.Select(pair => $"{NameOf(pair.Parameter)} with {pair.Value}"))}: the combination",
        };
    }

    private static string NameOf(ContractParameter parameter) =>
        $"'{NodeText.Shorten(parameter.Name)}' ({parameter.In})";
}
