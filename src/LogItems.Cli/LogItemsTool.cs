using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using LogItems.Cli.Commands;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;

namespace LogItems.Cli;

/// <summary>The root of the command line.</summary>
internal static class LogItemsTool
{
    private static readonly string Description = $"""
        Reads the log items of backup job sessions from the REST API ({VersionWords.Range}) of Veeam Backup for Microsoft 365.
        To get started, run: logitems demo

        Environment variables provide defaults for options: LOGITEMS_SERVER, LOGITEMS_API_VERSION,
        LOGITEMS_PIN_SHA256, LOGITEMS_USERNAME, LOGITEMS_PASSWORD, LOGITEMS_TOKEN, LOGITEMS_CREDENTIAL_COMMAND,
        LOGITEMS_PROFILE. Profiles provide further defaults; see logitems login. NO_COLOR disables colors.

        Data is written to stdout, everything else to stderr. Exit codes: 0 success, 1 findings, 2 invalid usage, 3 a file
        or server cannot be read, written or reached, 4 the API returned an error, 70 internal error, 130 canceled by
        Ctrl-C, 143 by SIGTERM. logitems check uses those of monitoring plugins.
        """;

    public static Task<int> RunAsync(IReadOnlyList<string> args, CommandEnvironment host, CancellationToken cancellationToken)
    {
        // "help list" is equivalent to "list --help".
        IReadOnlyList<string> written = args is [HelpCommand.Verb, ..] ? [.. args.Skip(1), "--help"] : args;
        // Arguments like @file are not response files: a user name may have that form.
        var result = Create(host).Parse(written, new ParserConfiguration { ResponseFileTokenReplacer = null });
        host.CommandName = UsageText.CommandName(result);
        if (UsageText.FirstError(result) is { } error)
        {
            throw new UsageException(error);
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
            new JobsCommand(host),
            new SessionsCommand(host),
            new ListCommand(host),
            new FollowCommand(host),
            new GetCommand(host),
            new ObjectsCommand(host),
            new FailuresCommand(host),
            new SummaryCommand(host),
            new CheckCommand(host),
            new ReportCommand(host),
            new ExportCommand(host),
            new ExporterCommand(host),
            new RetrievalsCommand(host),
            new DetectCommand(host),
            new CertificateCommand(host),
            new LoginCommand(host),
            new ConfigCommand(host),
            new ContractCommand(host),
            new CompletionCommand(host),
            new HelpCommand(),
        ];
        foreach (var verb in verbs)
        {
            root.Add(verb);
        }

        ProfileOption.CompleteNames(root, host);
        return root;
    }

    /// <summary><c>/h</c> looks like a path and would be offered by completion.</summary>
    private static void RemoveSlashes(HelpOption help)
    {
        help.Aliases.Remove("/h");
        help.Aliases.Remove("/?");
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
