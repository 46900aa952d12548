namespace LogItems.Contracts.Documents;

/// <summary>The methods that a path item can have an operation for.</summary>
internal static class HttpMethods
{
    public static IReadOnlyList<string> All { get; } = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
}
