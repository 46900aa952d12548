using LogItems.FakeServer;

namespace LogItems.Client.Tests;

/// <summary>Operations can be overridden, and called from wherever the client calls out.</summary>
public class DerivedClientTests
{
    private static readonly FakeSession Session =
        new FakeSessionBuilder(new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3))).Success("Connected").Warning("Slow").Build();

    [Test]
    public async Task Operation_OverriddenAndCallingAnother_GivesTheResultsOfBoth(
        [ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [Session] });
        using var client = new CheckingClient(server.BaseAddress, version);
        var page = await client.GetLogItemsPageAsync(Session.Id);
        var items = await client.GetLogItemsAsync(Session.Id).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Results.Select(item => item.Text), Is.EqualTo(new[] { "Connected", "Slow" }));
            Assert.That(items.Select(item => item.Text), Is.EqualTo(new[] { "Connected", "Slow" }));
            Assert.That(client.Checked, Is.EqualTo(new[] { Session.Id, Session.Id }));
        }
    }

    [Test]
    public async Task Credential_ThatCallsAnotherClientDuringAList_IsServed()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [Session] });
        using var other = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V7 });
        var credential = new ConsultingCredential(() => other.GetJobSessionAsync(Session.Id));
        using var client = new LogItemsClient(server.BaseAddress, credential, new() { Version = ApiVersion.V7 });
        var items = await client.GetLogItemsAsync(Session.Id).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items, Has.Count.EqualTo(2));
            Assert.That(credential.Seen?.Id, Is.EqualTo(Session.Id));
        }
    }

    [Test]
    public async Task Handler_ThatCallsAnotherClientDuringAList_IsServed()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [Session] });
        using var other = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V7 });
        var handler = new ConsultingHandler(() => other.GetJobSessionAsync(Session.Id))
        {
            InnerHandler = LogItemsClient.CreatePrimaryHandler(server.BaseAddress),
        };
        using var client = new LogItemsClient(
            server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V7, PrimaryHandler = handler });
        var items = await client.GetLogItemsAsync(Session.Id).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items, Has.Count.EqualTo(2));
            Assert.That(handler.Seen?.Id, Is.EqualTo(Session.Id));
        }
    }

    private sealed class CheckingClient(Uri server, ApiVersion version)
        : LogItemsClient(server, new PasswordCredential("demo", "demo"), new() { Version = version })
    {
        public List<Guid> Checked { get; } = [];

        public override async Task<LogItemPage> GetLogItemsPageAsync(
            Guid sessionId, int? offset = null, int? limit = null, LogItemType? type = null, bool? orderAsc = null,
            CancellationToken cancellationToken = default)
        {
            Checked.Add((await GetJobSessionAsync(sessionId, cancellationToken)).Id);
            return await base.GetLogItemsPageAsync(sessionId, offset, limit, type, orderAsc, cancellationToken);
        }

        public override async IAsyncEnumerable<LogItem> GetLogItemsAsync(
            Guid sessionId, LogItemFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var item in base.GetLogItemsAsync(sessionId, filter, cancellationToken))
            {
                if (Checked.Count < 2)
                {
                    Checked.Add((await GetJobSessionAsync(sessionId, cancellationToken)).Id);
                }

                yield return item;
            }
        }
    }

    private sealed class ConsultingCredential(Func<Task<JobSession>> consult) : LogItemsCredential
    {
        private readonly PasswordCredential _password = new("demo", "demo");

        public JobSession? Seen { get; private set; }

        public override async ValueTask<AccessToken> GetTokenAsync(TokenEndpoint endpoint, AccessToken? previous, CancellationToken cancellationToken)
        {
            Seen = await consult();
            return await _password.GetTokenAsync(endpoint, previous, cancellationToken);
        }
    }

    private sealed class ConsultingHandler(Func<Task<JobSession>> consult) : DelegatingHandler
    {
        public JobSession? Seen { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen ??= await consult();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
