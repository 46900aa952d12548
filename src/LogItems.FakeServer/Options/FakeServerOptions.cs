using Microsoft.AspNetCore.Routing;

namespace LogItems.FakeServer;

/// <summary>The options of a fake server.</summary>
public sealed partial class FakeServerOptions
{
    /// <summary>The address to listen on.</summary>
    /// <value>
    /// An <c>http</c> or <c>https</c> address without a path whose host is <c>localhost</c> or a loopback address; port 0 takes a
    /// free port. Default <c>http://127.0.0.1:0</c>.
    /// </value>
    /// <remarks>HTTP/1.1; with <c>https</c> and without <see cref="Faults"/> also HTTP/2, if the client offers it.</remarks>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    /// <summary>The certificate to generate if <see cref="Url"/> uses <c>https</c>.</summary>
    /// <value>Default <see cref="FakeCertificate.SelfSigned"/>.</value>
    public FakeCertificate Certificate { get; init; }

    /// <summary>The user name that the token endpoint accepts.</summary>
    /// <value>Not empty; compared exactly. Default <c>demo</c>.</value>
    public string Username { get; init; } = "demo";

    /// <summary>The password that the token endpoint accepts.</summary>
    /// <value>Not empty; compared exactly. Default <c>demo</c>.</value>
    public string Password { get; init; } = "demo";

    /// <summary>The API versions to serve. Requests for other versions return 404.</summary>
    /// <value>At least one; default <see cref="ApiVersions.All"/>.</value>
    public IReadOnlyList<ApiVersion> Versions { get; init; } = ApiVersions.All;

    /// <summary>Gets whether requests that match no operation of any version are tolerated.</summary>
    /// <value>Default false: <see cref="FakeLogItemsServer.DisposeAsync"/> throws if there were any. They always return 501.</value>
    public bool AllowUnmatchedRequests { get; init; }

    /// <summary>Maps additional endpoints beside those of the API, for example a page with documentation or another API of the same host.</summary>
    /// <value>Default null: none. Their requests are not recorded in <see cref="FakeLogItemsServer.Requests"/>, and no fault is injected into them.</value>
    public Action<IEndpointRouteBuilder>? MapEndpoints { get; init; }

    /// <summary>The initial sessions; <see cref="FakeLogItemsServer.AddSession"/> adds more.</summary>
    /// <value>Each with its own ID; default <see cref="SeedSessions.Create"/>.</value>
    public IReadOnlyList<FakeSession> Sessions { get; init; } = SeedSessions.Create();

    /// <summary>The lifetime of access tokens.</summary>
    /// <value>1 second to 68 years (whole seconds in a signed 32-bit number); default 60 minutes.</value>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Gets whether a token issued without <c>disable_antiforgery_token=true</c> is valid only together with a cookie.</summary>
    /// <value>Default true. If false, every token is valid by itself.</value>
    /// <remarks>
    /// An assumption for the versions whose token request has that field. The field is documented, but not which requests a real
    /// server rejects without the cookie, nor the cookie's name.
    /// </remarks>
    public bool RequiresAntiforgeryCookie { get; init; } = true;

    /// <summary>The clock for token expiry, slow bodies and <c>Retry-After</c> dates.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets whether v3 returns all items of the session when one is requested, as printed on the v3 reference page.</summary>
    /// <value>Default false: an object, as in every other version.</value>
    /// <remarks>Job sessions on v3 only; an unknown item is 404 all the same.</remarks>
    public bool V3OneItemAsArray { get; init; }
}
