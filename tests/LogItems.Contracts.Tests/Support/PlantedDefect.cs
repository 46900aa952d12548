using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace LogItems.Contracts.Tests.Support;

/// <summary>A defect that a server could have, put between the fake server and its caller.</summary>
/// <param name="Since">The first version that has what is defective, as a number.</param>
/// <param name="RuleId">The rule that finds it.</param>
/// <param name="Smallest">The smallest request that shows it, below the version; <c>ID</c> stands for any UUID.</param>
/// <param name="Path">The paths with the defect, as a pattern.</param>
/// <param name="Query">The decoded queries with the defect, as a pattern.</param>
internal sealed record PlantedDefect(int Since, string RuleId, string Smallest, string Path, string Query = "")
{
    private const string Id = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /// <summary>What the server receives instead of the query: a server that ignores what it should refuse.</summary>
    public string? QueryAtServer { get; init; }

    /// <summary>The status that it answers with.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>What it does to the body.</summary>
    public Func<string, string>? Body { get; init; }

    public override string ToString() => $"{RuleId} {Smallest}";

    public bool Concerns(Uri request) =>
        Regex.IsMatch(request.AbsolutePath, $"^/v[0-9]+{Path.Replace("ID", Id, StringComparison.Ordinal)}$")
        && Regex.IsMatch(Uri.UnescapeDataString(request.Query), Query);

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send)
    {
        if (QueryAtServer is not null)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Query = QueryAtServer }.Uri;
            return await send();
        }

        var response = await send();
        response.StatusCode = Status ?? response.StatusCode;
        var body = Body?.Invoke(await response.Content.ReadAsStringAsync()) ?? """{"message":"planted"}""";
        response.Content = body.Length == 0 ? new ByteArrayContent([]) : new StringContent(body, Encoding.UTF8, "application/json");
        return response;
    }

    /// <summary>A handler that has all the defects.</summary>
    public static DelegatingHandler Handler(IReadOnlyList<PlantedDefect> defects) => new DefectiveHandler(defects);

    private sealed class DefectiveHandler(IReadOnlyList<PlantedDefect> defects) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (address, defect) = (request.RequestUri!, defects.FirstOrDefault(defect => defect.Concerns(request.RequestUri!)));
            var response = defect is null
                ? await base.SendAsync(request, cancellationToken)
                : await defect.AnswerAsync(request, () => base.SendAsync(request, cancellationToken));
            request.RequestUri = address;
            return response;
        }
    }
}
