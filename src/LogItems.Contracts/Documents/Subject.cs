namespace LogItems.Contracts.Documents;

/// <summary>What a pointer leads to, in words: <c>LogItem.title</c>, <c>GET /JobSessions 200[].id</c>.</summary>
internal static class Subject
{
    public static string Of(ContractDocument document, string pointer)
    {
        var tokens = JsonPointer.Tokens(pointer).ToArray();
        return tokens switch
        {
            ["components", "schemas", var name, ..] => name + WithinSchema(tokens.AsSpan(3)),
            ["components", "parameters", var name, ..] => $"parameter {name}{WithinSchema(tokens.AsSpan(3))}",
            ["components", "securitySchemes", var name, ..] => name,
            ["webhooks", var name, var method, ..] => $"webhook {name} {method.ToUpperInvariant()}{WithinOperation(document, tokens, 3)}",
            ["webhooks", var name] => $"webhook {name}",
            ["components", var section, var name, ..] => $"{section.TrimEnd('s')} {name}{WithinMessage(tokens.AsSpan(3))}",
            ["paths", _, "parameters", ..] => $"{tokens[1]}{WithinOperation(document, tokens, 2)}",
            ["paths", var path, var method, ..] => $"{method.ToUpperInvariant()} {path}{WithinOperation(document, tokens, 3)}",
            ["paths", var path] => path,
            [var section, ..] => section,
            _ => "the document",
        };
    }

    private static string WithinOperation(ContractDocument document, string[] tokens, int start) => tokens[start..] switch
    {
        ["parameters", var index, ..] =>
            $" parameter {NameOf(document, tokens, start + 2) ?? index}{WithinSchema(tokens.AsSpan(start + 2))}",
        ["requestBody", ..] => $" request{WithinMessage(tokens.AsSpan(start + 1))}",
        ["responses", var status, ..] => $" {status}{WithinMessage(tokens.AsSpan(start + 2))}",
        _ => "",
    };

    private static string? NameOf(ContractDocument document, string[] tokens, int length)
    {
        var node = document.Find(string.Concat(tokens.Take(length).Select(token => $"/{JsonPointer.Escape(token)}")));
        return (document.ResolveMap(node)?["name"] as ContractScalar)?.Text;
    }

    private static string WithinMessage(ReadOnlySpan<string> tokens) => tokens switch
    {
        ["headers", var name, .. var rest] => $" header {name}{WithinSchema(rest)}",
        ["content", var type, .. var rest] => $" {type}{WithinSchema(rest)}",
        _ => "",
    };

    private static string WithinSchema(ReadOnlySpan<string> tokens)
    {
        var text = "";
        while (tokens.Length > 0)
        {
            switch (tokens)
            {
                case ["properties", var name, .. var rest]:
                    text += $".{name}";
                    tokens = rest;
                    break;
                case ["allOf" or "oneOf" or "anyOf", _, .. var rest]:
                    tokens = rest;
                    break;
                default:
                    text += tokens[0] switch { "items" => "[]", "additionalProperties" => "{}", _ => "" };
                    tokens = tokens[1..];
                    break;
            }
        }

        return text;
    }
}
