using System.CommandLine;
using System.Runtime.ExceptionServices;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems follow SESSION</c></summary>
internal sealed class FollowCommand : Command
{
    private readonly IdentifierArgument _session = new("SESSION", "ID of the session, as listed by logitems sessions.");
    private readonly ClientSettings _client = new();
    private readonly RecordSettings<LogItem> _records = new(LogItemLayout.Instance, FormatOption.ForFollowing(), fieldFormats: "jsonl and csv");

    private readonly NumberOption _interval = new(
        "--interval", "SECONDS", "Minimum time between two polls, 1 to 3,600 seconds; grows to at most 15 times this value while nothing changes.",
        min: 1, max: 3_600, defaultValue: 2);

    private readonly ChoiceOption<FailOn> _failOn = new(
        "--fail-on", "Exit with code 1 when the session ended with neither success nor a warning (failed), or when it did not end with success (warning).",
        ("failed", FailOn.Failed), ("warning", FailOn.Warning));

    public FollowCommand(CommandEnvironment host)
        : base("follow", "Follows the log items of a running session until the session ends. On a terminal, finished items scroll by "
            + "above a live view of the running ones.")
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
            await FollowOutput.WriteAsync(host, live, session, _records.IsWide(parse), Follow, cancellationToken);
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

    /// <summary>The last known state of the session, and whether the server responds.</summary>
    private sealed class FollowedState(TextWriter messages)
    {
        private bool _hasAnswered;
        private bool _isAway;

        public JobSession? Session { get; private set; }

        /// <summary>Records the state after a poll. A server that has never responded is an error immediately, as for every other command.</summary>
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
                    ? $"The server does not respond, retrying: {reason.Message}"
                    : "The server responds again."));
            }
        }
    }
}
