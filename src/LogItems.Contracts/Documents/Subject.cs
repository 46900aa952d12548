namespace LogItems.Contracts.Documents;

/// <summary>Describes the target of a pointer: <c>LogItem.title</c>, <c>GET /JobSessions 200[].id</c>.</summary>
internal static class Subject
{
    private const string Additional = "additionalOperations";

    public static string Of(ContractDocument document, string pointer)
    {
        var tokens = JsonPointer.Tokens(pointer).ToArray();
        return tokens switch
        {
            ["components", "schemas", var name, ..] => name + WithinSchema(tokens.AsSpan(3)),
            ["components", "parameters", var name, ..] => $"parameter {name}{WithinSchema(tokens.AsSpan(3))}",
            ["components", "securitySchemes", var name, ..] => name,
            ["webhooks", var name, Additional, var method, ..] => $"webhook {name} {method}{WithinOperation(document, tokens, 4)}",
            ["webhooks", var name, var method, ..] => $"webhook {name} {method.ToUpperInvariant()}{WithinOperation(document, tokens, 3)}",
            ["webhooks", var name] => $"webhook {name}",
            ["components", "mediaTypes", var name, ..] => $"media type {name}{WithinSchema(tokens.AsSpan(3))}",
            ["components", var section, var name, ..] => $"{NameOf(section)} {name}{WithinMessage(tokens.AsSpan(3))}",
            ["paths", _, "parameters", ..] => $"{tokens[1]}{WithinOperation(document, tokens, 2)}",
            ["paths", var path, Additional, var method, ..] => $"{method} {path}{WithinOperation(document, tokens, 4)}",
            ["paths", var path, var method, ..] => $"{method.ToUpperInvariant()} {path}{WithinOperation(document, tokens, 3)}",
            ["paths", var path] => path,
            [var section, ..] => section,
            _ => "the document",
        };
    }

    /// <summary>Describes the target of a pointer as the subject of a sentence: <c>Parameter 'limit' (query) of GET /JobSessions</c>.</summary>
    public static string AtStart(ContractDocument document, string pointer)
    {
        var tokens = JsonPointer.Tokens(pointer).ToArray();
        var text = tokens switch
        {
            ["components", "parameters", _, ..] => ParameterAt(document, tokens, 3),
            ["paths", var path, "parameters", _, ..] when ParameterAt(document, tokens, 4) is { } shared => $"{shared} of {path}",
            ["paths", var path, Additional, var method, "parameters", _, ..] when ParameterAt(document, tokens, 6) is { } own => $"{own} of {method} {path}",
            ["paths", var path, var method, "parameters", _, ..] when ParameterAt(document, tokens, 5) is { } own =>
                $"{own} of {method.ToUpperInvariant()} {path}",
            _ => null,
        } ?? Of(document, pointer);

        // A name at the beginning keeps its letter case.
        return tokens is ["webhooks", ..] or [] || (tokens is ["components", not ("schemas" or "securitySchemes"), ..])
            ? $"{char.ToUpperInvariant(text[0])}{text[1..]}"
            : text;
    }

    private static string NameOf(string section) => section switch
    {
        "requestBodies" => "request body",
        "pathItems" => "path item",
        _ => section.TrimEnd('s'),
    };

    private static string? ParameterAt(ContractDocument document, string[] tokens, int length) =>
        MapAt(document, tokens, length) is { } map && map.TextOf("name") is { } name && map.TextOf("in") is { } place
            ? $"Parameter '{name}{WithinSchema(tokens.AsSpan(length))}' ({place})"
            : null;

    private static string WithinOperation(ContractDocument document, string[] tokens, int start) => tokens[start..] switch
    {
        ["parameters", var index, ..] =>
            $" parameter {NameOf(document, tokens, start + 2) ?? index}{WithinSchema(tokens.AsSpan(start + 2))}",
        ["requestBody", ..] => $" request{WithinMessage(tokens.AsSpan(start + 1))}",
        ["responses", var status, ..] => $" {status}{WithinMessage(tokens.AsSpan(start + 2))}",
        _ => "",
    };

    private static string? NameOf(ContractDocument document, string[] tokens, int length) => MapAt(document, tokens, length)?.TextOf("name");

    private static ContractMap? MapAt(ContractDocument document, string[] tokens, int length) => document.ResolveMap(
        document.Find(string.Concat(tokens.Take(length).Select(token => $"/{JsonPointer.Escape(token)}"))));

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
                    text += tokens[0] switch { "items" or "itemSchema" => "[]", "additionalProperties" => "{}", _ => "" };
                    tokens = tokens[1..];
                    break;
            }
        }

        return text;
    }
}
