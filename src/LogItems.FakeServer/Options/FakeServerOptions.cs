namespace LogItems.FakeServer;

/// <summary>What a fake server serves, to whom and where.</summary>
public sealed partial class FakeServerOptions
{
    /// <summary>Where the server listens.</summary>
    /// <value>
    /// An <c>http</c> or <c>https</c> address without a path whose host is <c>localhost</c> or a loopback address; port 0 takes a
    /// free port. Default <c>http://127.0.0.1:0</c>.
    /// </value>
    /// <remarks>HTTP/1.1; with <c>https</c> and without <see cref="Faults"/> also HTTP/2, if the client offers it.</remarks>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    /// <summary>The certificate that is made at the start, if <see cref="Url"/> says <c>https</c>.</summary>
    /// <value>Default <see cref="FakeCertificate.SelfSigned"/>.</value>
    public FakeCertificate Certificate { get; init; }

    /// <summary>The user name that the token endpoint accepts.</summary>
    /// <value>Not empty; compared exactly. Default <c>demo</c>.</value>
    public string Username { get; init; } = "demo";

    /// <summary>The password that the token endpoint accepts.</summary>
    /// <value>Not empty; compared exactly. Default <c>demo</c>.</value>
    public string Password { get; init; } = "demo";

    /// <summary>The API versions that are served; every other version answers 404.</summary>
    /// <value>At least one; default <see cref="ApiVersions.All"/>.</value>
    public IReadOnlyList<ApiVersion> Versions { get; init; } = ApiVersions.All;

    /// <summary>Whether requests for something that no version of the API has are none of the test's business.</summary>
    /// <value>Default false: <see cref="FakeLogItemsServer.DisposeAsync"/> throws if there were any. They are answered with 501 either way.</value>
    public bool AllowUnmatchedRequests { get; init; }

    /// <summary>The sessions at the start; <see cref="FakeLogItemsServer.AddSession"/> adds more.</summary>
    /// <value>Each with its own id; default <see cref="SeedSessions.Create"/>.</value>
    public IReadOnlyList<FakeSession> Sessions { get; init; } = SeedSessions.Create();

    /// <summary>How long an access token works.</summary>
    /// <value>1 second to 68 years (whole seconds in a signed 32-bit number); default 60 minutes.</value>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Whether a token that was issued without <c>disable_antiforgery_token=true</c> works only together with a cookie.</summary>
    /// <value>Default true. False: every token works by itself.</value>
    /// <remarks>
    /// A guess, in the versions whose token request has that field: that the field exists is published, not which requests a real
    /// server rejects without the cookie, nor the cookie's name.
    /// </remarks>
    public bool RequiresAntiforgeryCookie { get; init; } = true;

    /// <summary>The clock that tokens expire by, slow bodies dribble by and <c>Retry-After</c> dates are told by.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether v3 returns all items of the session where one was asked for, as the v3 reference page prints.</summary>
    /// <value>Default false: an object, as in every other version.</value>
    /// <remarks>Job sessions on v3 only; an unknown item is 404 all the same.</remarks>
    public bool V3OneItemAsArray { get; init; }
}
