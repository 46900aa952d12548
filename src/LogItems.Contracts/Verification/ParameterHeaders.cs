using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Verification;

/// <summary>Parameters in headers and cookies.</summary>
internal static class ParameterHeaders
{
    // According to the specification, a contract cannot describe the first three; the next ones belong to the connection.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Authorization", "Content-Type", "Connection", "Content-Length", "Cookie", "Expect", "Host", "Transfer-Encoding", "Upgrade",
        // Some servers use these as the method, so that a read request would write.
        "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override",
    };

    /// <summary>Determines whether a request without a body can send the parameter as a header or a cookie.</summary>
    public static bool CanCarry(ContractParameter parameter)
    {
        using var request = new HttpRequestMessage();
        return parameter.In == "cookie" || (!Reserved.Contains(parameter.Name) && request.Headers.TryAddWithoutValidation(parameter.Name, "a"));
    }

    /// <summary>Determines whether a text is received as sent: not every server decodes cookies, and none decodes headers.</summary>
    public static bool CanCarry(ContractParameter parameter, string text) => parameter.In switch
    {
        "header" => text.Length > 0 && text.Trim() == text && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'),
        "cookie" => text.Length > 0 && Uri.EscapeDataString(text) == text,
        _ => true,
    };

    /// <summary>The headers of parameters, one for all cookies; other parameters are ignored.</summary>
    /// <param name="values">The parameters with their values, escaped.</param>
    public static IReadOnlyList<(string Name, string Value)> Of(IReadOnlyList<(ContractParameter Parameter, string Value)> values)
    {
        var cookies = string.Join("; ", values.Where(pair => pair.Parameter.In == "cookie").Select(pair => $"{pair.Parameter.Name}={pair.Value}"));
        return
        [
            .. values.Where(pair => pair.Parameter.In == "header").Select(pair => (pair.Parameter.Name, Uri.UnescapeDataString(pair.Value))),
            .. cookies.Length == 0 ? [] : new[] { ("Cookie", cookies) },
        ];
    }
}
