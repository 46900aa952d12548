using System.Net;
using System.Net.Http.Json;

namespace LogItems.Client.Tests.Authentication;

/// <summary>A server without a socket that issues numbered tokens, records every request and refuses what it is told to.</summary>
internal sealed class TokenService : HttpMessageHandler
{
    private readonly object _lock = new();
    private int _issued;

    public HashSet<string> Rejected { get; } = [];

    public List<string> TokenForms { get; } = [];

    public List<(Uri Address, string? Authorization)> Reads { get; } = [];

    /// <summary>The bodies of the responses with 401.</summary>
    public List<RejectionBody> Rejections { get; } = [];

    public Func<string, HttpResponseMessage?> OnTokenRequest { get; set; } = _ => null;

    public int ExpiresIn { get; set; } = 3600;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
        {
            var form = await request.Content!.ReadAsStringAsync(cancellationToken);
            await Task.Yield();
            lock (_lock)
            {
                TokenForms.Add(form);
                return OnTokenRequest(form) ?? Json(HttpStatusCode.OK, new
                {
                    access_token = $"access-{++_issued}",
                    token_type = "bearer",
                    refresh_token = $"refresh-{_issued}",
                    expires_in = ExpiresIn,
                });
            }
        }

        lock (_lock)
        {
            var authorization = request.Headers.Authorization?.ToString();
            Reads.Add((request.RequestUri!, authorization));
            if (authorization is not null && !Rejected.Contains(authorization))
            {
                return Json(HttpStatusCode.OK, new { results = Array.Empty<object>() }, request);
            }

            Rejections.Add(new RejectionBody());
            return new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request, Content = Rejections[^1] };
        }
    }

    public static HttpResponseMessage Json(HttpStatusCode status, object body, HttpRequestMessage? request = null) =>
        new(status) { Content = JsonContent.Create(body), RequestMessage = request };

    /// <summary>An empty body that knows whether it was disposed of.</summary>
    internal sealed class RejectionBody() : ByteArrayContent([])
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
