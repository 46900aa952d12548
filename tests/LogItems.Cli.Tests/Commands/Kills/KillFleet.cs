using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands.Kills;

/// <summary>Fake servers of all versions, half of them with faults, whose sessions begin, grow and end, and that go away and come back upgraded.</summary>
internal sealed class KillFleet(Random random) : IAsyncDisposable
{
    private static readonly FakeFault[] Faults =
    [
        new(FakeFaultKind.ServerError, 0.05), new(FakeFaultKind.Reset, 0.05), new(FakeFaultKind.Truncate, 0.05), new(FakeFaultKind.Html502, 0.05),
    ];

    private readonly List<Member> _members = [];
    private DateTimeOffset _now = new(2026, 11, 1, 22, 0, 0, TimeSpan.FromHours(1));

    public async Task StartAsync(int servers)
    {
        for (var index = 0; index < servers; index++)
        {
            var version = ApiVersions.All[index % ApiVersions.All.Count];
            var member = new Member($"s{index}", version, index % 2 == 0 ? [] : Faults);
            await member.StartAsync();
            _members.Add(member);
        }
    }

    /// <summary>The fleet file: half of the versions are detected, so that these servers can be upgraded.</summary>
    public string ToYaml() => $$"""
        interval: 1s
        maxConcurrency: 4
        defaults: { username: demo, password: { environment: LOGITEMS_PASSWORD } }
        servers:
        {{string.Join('\n', _members.Select(member => $"  - {{ name: {member.Name}, address: '{member.Address}', version: {VersionOf(member)} }}"))}}
        """;

    private static string VersionOf(Member member) => member.IsDetected ? "auto" : member.Version.ToPathSegment();

    public async Task ChangeAsync()
    {
        _now = _now.AddHours(24);
        foreach (var member in _members)
        {
            if (random.Next(10) == 0)
            {
                await member.ToggleAsync();
            }

            foreach (var session in member.Sessions.Where(session => session.EndTime is null).ToList())
            {
                Grow(session);
            }

            if (random.Next(2) == 0)
            {
                member.Add(Begin());
            }
        }
    }

    /// <summary>Ends what is running, and brings back the servers that are away.</summary>
    public async Task SettleAsync()
    {
        foreach (var member in _members)
        {
            foreach (var session in member.Sessions.Where(session => session.EndTime is null))
            {
                session.Finish("Warning", _now.AddHours(12));
            }

            if (member.IsAway)
            {
                await member.ToggleAsync();
            }
        }
    }

    public HashSet<ExportedItem> Items() =>
    [
        .. _members.SelectMany(member => member.Sessions.SelectMany(session =>
            session.Items.Select(item => new ExportedItem(member.Name, session.Id, item.Id, item.Message, item.EndTime is null)))),
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var member in _members)
        {
            await member.DisposeAsync();
        }
    }

    private FakeSession Begin()
    {
        var session = new FakeSession { CreationTime = _now.AddMinutes(random.Next(300)), Status = "Running" };
        Grow(session);
        return session;
    }

    private void Grow(FakeSession session)
    {
        for (var count = random.Next(120); count > 0; count--)
        {
            session.AddItem(new FakeLogItem
            {
                Usn = session.Items.Count + 1,
                Type = random.Next(10) == 0 ? "Warning" : "Success",
                Message = string.Create(CultureInfo.InvariantCulture, $"Processing site {random.Next()}"),
                CreationTime = _now,
                EndTime = random.Next(10) == 0 ? null : _now.AddMinutes(1),
            });
        }

        if (random.Next(2) == 0)
        {
            session.Finish("Success", _now.AddHours(1));
        }
    }

    private sealed class Member(string name, ApiVersion version, FakeFault[] faults) : IAsyncDisposable
    {
        private FakeLogItemsServer? _server;
        private Socket? _port;
        private Uri _url = new("http://127.0.0.1:0");
        private bool _isUpgraded;

        public string Name => name;

        public ApiVersion Version => version;

        public Uri Address => _url;

        public List<FakeSession> Sessions { get; } = [];

        public bool IsAway => _server is null;

        /// <summary>Gets whether the client asks the server for its version: it is upgraded when it comes back.</summary>
        public bool IsDetected => version >= ApiVersion.V6;

        public async Task StartAsync()
        {
            _server = await FakeLogItemsServer.StartAsync(new FakeServerOptions
            {
                Url = _url,
                Sessions = Sessions,
                Faults = faults,
                FaultsAtToken = false,
                AllowUnmatchedRequests = true,
                Versions = _isUpgraded ? [ApiVersions.All[^1]] : [version],
            });
            _url = _server.BaseAddress;
        }

        public void Add(FakeSession session)
        {
            Sessions.Add(session);
            _server?.AddSession(session);
        }

        /// <summary>Goes away, or comes back.</summary>
        public async Task ToggleAsync()
        {
            if (_server is null)
            {
                _isUpgraded = IsDetected;
                _port?.Dispose();
                await StartAsync();
                return;
            }

            await _server.DisposeAsync();
            _server = null;

            // Connections to a port that is bound, but not listened to, are refused; an outgoing connection of this machine cannot get it.
            _port = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _port.Bind(new IPEndPoint(IPAddress.Loopback, _url.Port));
        }

        public ValueTask DisposeAsync()
        {
            _port?.Dispose();
            return _server?.DisposeAsync() ?? ValueTask.CompletedTask;
        }
    }
}
