namespace LogItems.FakeServer;

/// <summary>The exception that is thrown when a fake server received a request that matches no operation of any version.</summary>
/// <remarks>
/// The server returned 501. The exception is thrown on disposal, in case the code under test ignored that response.
/// </remarks>
public sealed class UnmatchedRequestsException : Exception
{
    private const int MaxInMessage = 5;

    internal UnmatchedRequestsException(IReadOnlyList<FakeRequest> requests)
        : base(Describe(requests)) => Requests = requests;

    /// <summary>The requests, oldest first.</summary>
    public IReadOnlyList<FakeRequest> Requests { get; }

    internal static string Explain(string method, string path) =>
        $"No version of the API has {method} {path}. Check the path and the method; the contract lists all operations.";

    private static string Describe(IReadOnlyList<FakeRequest> requests)
    {
        var kinds = requests.Select(request => $"{request.Method} {request.Path}").Distinct().ToList();
        var more = kinds.Count > MaxInMessage ? $", and {kinds.Count - MaxInMessage} more" : "";
        return "The fake server received requests that no version of the API supports: "
            + $"{string.Join(", ", kinds.Take(MaxInMessage))}{more}. Check paths and methods, or set AllowUnmatchedRequests if this is intended.";
    }
}
