using System.CommandLine;
using System.Runtime.ExceptionServices;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems follow SESSION</c></summary>
internal sealed class FollowCommand : Command
{
    private readonly IdentifierArgument _session = new("SESSION", "The id of the session; logitems sessions lists them.");
    private readonly ClientSettings _client = new();
    private readonly RecordSettings<LogItem> _records = new(LogItemLayout.Instance, FormatOption.ForFollowing());

    private readonly NumberOption _interval = new(
        "--interval", "SECONDS", "Shortest time between two polls, 1 to 3,600; it grows to 15 times that while nothing happens.",
        min: 1, max: 3_600, defaultValue: 2);

    private readonly ChoiceOption<FailOn> _failOn = new(
        "--fail-on", "Exit code 1 if the session failed or was stopped (failed), or had a warning as well (warning). Without it the result has no influence.",
        ("failed", FailOn.Failed), ("warning", FailOn.Warning));

    public FollowCommand(CommandEnvironment host)
        : base("follow", "Shows the log items of a running session as they appear, and again when they end, until the session has ended. On a "
            + "terminal: those that have ended, one after another, and below them those that run.")
    {
        Add(_session);
        _client.AddTo(this);
        Add(_interval);
        Add(_failOn);
        _records.AddTo(this, isList: false);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private enum FailOn
    {
        Failed,
        Warning,
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var live = _records.Format(parse) is null ? host.Size : null;
        var format = live is null ? RecordFormat.Jsonl : RecordFormat.Table;
        _records.Validate(parse, format);
        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        var (session, interval) = (parse.GetValue(_session), TimeSpan.FromSeconds(parse.GetValue(_interval)!.Value));
        var state = new FollowedState(live is null ? host.Error : TextWriter.Null);
        if (live is not null)
        {
            await FollowOutput.WriteAsync(host, live, session, Follow, cancellationToken);
        }
        else
        {
            await _records.WriteAsync(parse, host, Follow(onPoll: null), cancellationToken, format);
        }

        return IsFailure(state.Session?.Status, parse.GetValue(_failOn)) ? ExitCode.Findings : ExitCode.Ok;

        IAsyncEnumerable<LogItem> Follow(Action<FollowStatus>? onPoll) => client.FollowLogItemsAsync(
            session,
            new FollowOptions
            {
                MinInterval = interval,
                MaxInterval = interval * 15,
                OnPoll = status =>
                {
                    state.Take(status);
                    onPoll?.Invoke(status);
                },
            },
            cancellationToken);
    }

    private static bool IsFailure(JobSessionStatus? status, FailOn? failOn) => failOn switch
    {
        null => false,
        FailOn.Warning => status is not JobSessionStatus.Success,
        _ => status is not (JobSessionStatus.Success or JobSessionStatus.Warning),
    };

    /// <summary>The session as it was last seen, and whether the server answers.</summary>
    private sealed class FollowedState(TextWriter messages)
    {
        private bool _hasAnswered;
        private bool _isAway;

        public JobSession? Session { get; private set; }

        /// <summary>Takes the state after a poll; a server that has never answered is an error at once, as it is for any other command.</summary>
        public void Take(FollowStatus status)
        {
            Session = status.Session ?? Session;
            _hasAnswered |= status.Failure is null || status.Session is not null;
            if (status.Failure is { } failure && !_hasAnswered)
            {
                ExceptionDispatchInfo.Throw(failure);
            }

            if (status.Failure is not null != _isAway)
            {
                _isAway = !_isAway;
                messages.WriteLine(TerminalText.Escape(status.Failure is { } reason
                    ? $"The server does not answer, still trying: {reason.Message}"
                    : "The server answers again."));
            }
        }
    }
}
