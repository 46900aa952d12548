using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using LogItems.Cli.Commands;
using LogItems.Cli.Options;

namespace LogItems.Cli;

/// <summary>The command line: its verbs, and what it says when it cannot be understood.</summary>
internal static class LogItemsTool
{
    private static readonly string Description = $"""
        Reads the log items of backup job sessions from the REST API ({VersionWords.Range}) of Veeam Backup for Microsoft 365.
        New here? Type: logitems demo

        Environment variables stand in for options that are not given: LOGITEMS_SERVER, LOGITEMS_API_VERSION,
        LOGITEMS_PIN_SHA256, LOGITEMS_USERNAME, LOGITEMS_PASSWORD, LOGITEMS_TOKEN. NO_COLOR turns colours off.

        Data goes to stdout, everything else to stderr. Exit codes: 0 ok (also when the reader of a pipe has had
        enough), 1 findings, 2 wrong usage, 3 cannot load, write or reach, 4 the server said no, 70 a bug in this
        tool, 130 cancelled (143 by SIGTERM).
        """;

    public static Task<int> RunAsync(IReadOnlyList<string> args, CommandEnvironment host, CancellationToken cancellationToken)
    {
        // Arguments like @file stay what they are: a user name may look so.
        var result = Create(host).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is ParseErrorAction)
        {
            throw new UsageException(Complaint(result));
        }

        return result.InvokeAsync(
            new InvocationConfiguration
            {
                Output = host.Out,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            },
            cancellationToken);
    }

    private static RootCommand Create(CommandEnvironment host)
    {
        var root = new RootCommand(Description) { HelpName = "logitems" };
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(host);
        RemoveSlashes(root.Options.OfType<HelpOption>().Single());
        Command[] verbs =
        [
            new DemoCommand(host),
            new ServeCommand(host),
            new SessionsCommand(host),
            new ListCommand(host),
            new FollowCommand(host),
            new GetCommand(host),
            new DetectCommand(host),
            new CertificateCommand(host),
            new ContractCommand(host),
            new CompletionCommand(host),
        ];
        foreach (var verb in verbs)
        {
            root.Add(verb);
        }

        return root;
    }

    /// <summary><c>/h</c> looks like a path, and would be offered by the Tab key.</summary>
    private static void RemoveSlashes(HelpOption help)
    {
        help.Aliases.Remove("/h");
        help.Aliases.Remove("/?");
    }

    /// <summary>What follows an unknown option may be a secret (<c>--tokne ABC</c>), so then only the option is repeated.</summary>
    private static string Complaint(ParseResult result)
    {
        var unknown = result.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-'));
        return unknown is null
            ? string.Join(" ", result.Errors.Select(error => error.Message).Distinct())
            : $"There is no option {unknown.Split('=', ':')[0]} here.";
    }

    private sealed class VersionAction(CommandEnvironment host) : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override int Invoke(ParseResult parseResult)
        {
            host.Out.WriteLine(ToolVersion.Text);
            return ExitCode.Ok;
        }
    }
}
