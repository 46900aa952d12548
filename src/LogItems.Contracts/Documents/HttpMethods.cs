namespace LogItems.Contracts.Documents;

/// <summary>The methods for which a path item can have an operation.</summary>
internal static class HttpMethods
{
    public static IReadOnlyList<string> All { get; } = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
}
