using LogItems.FakeServer.Data;
using LogItems.FakeServer.Tokens;

namespace LogItems.FakeServer.Hosting;

/// <summary>What the endpoints of one server share.</summary>
internal sealed class FakeState
{
    public FakeState(FakeServerOptions options)
    {
        Options = options;
        Tokens = new TokenStore(options.TimeProvider, options.TokenLifetime);
        foreach (var session in options.Sessions)
            Sessions.Add(session);
    }

    public FakeServerOptions Options { get; }

    public SessionStore Sessions { get; } = new();

    public TokenStore Tokens { get; }

    public RequestLog Requests { get; } = new();
}
