using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Recording;
using LogItems.Contracts.Verification;
using LogItems.Contracts.Views;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems contract verify</c></summary>
internal sealed class ContractVerifyCommand : Command
{
    /// <summary>The maximum number of notes to print; a browser's recording contains hundreds of unrelated exchanges.</summary>
    private const int MaxNotes = 10;

    private readonly ContractArgument _file = new();
    private readonly VerificationSettings _live = new();

    private readonly Option<string?> _har = new("--har")
    {
        HelpName = "FILE",
        Description = "Verify recorded traffic (HAR) instead of a server.",
    };

    private readonly ChoiceOption<ApiVersion> _version = new(
        "--version", "API version to verify (default for recorded traffic: all).", VersionWords.Choices);

    private readonly Option<string?> _basePath = new("--base-path")
    {
        HelpName = "PATH",
        Description = "Path of the API on the server, for example /api/v1 (default: the version, or the path of the contract's first server).",
    };

    private readonly NumberOption _minCoverage = new(
        "--min-coverage", "PERCENT", "Fail when coverage of the contract is below this percentage, 0 to 100.", max: 100);

    private readonly ReportSettings _report = new();

    public ContractVerifyCommand(CommandEnvironment host)
        : base("verify", "Verifies that a server or recorded traffic conforms to the contract. Sends read requests only.")
    {
        _file.AddTo(this);
        Add(_version);
        Add(_basePath);
        Add(_har);
        _live.AddTo(this);
        Add(_minCoverage);
        _report.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _report.Check(parse);
        var version = parse.GetValue(_version)?.ToPathSegment();
        var har = parse.GetValue(_har);
        var basePath = parse.GetValue(_basePath)?.Trim('/');
        if (har is not null)
        {
            _live.CheckWithoutServer(parse);
        }

        var document = await _file.LoadAsync(parse, host, cancellationToken);
        var hasVersions = document.Find("/servers/0/variables/version") is not null;
        if (har is null && version is null && hasVersions)
        {
            throw new UsageException("Verifying a server requires --version, because the contract describes several versions.");
        }

        document = basePath is null ? document : document.WithServer($"/{basePath}");
        var result = har is not null
            ? HarVerification.Run(HarFile.Load(har), Views(document, version, hasVersions && basePath is null), cancellationToken)
            : await _live.RunAsync(
                parse, host, version is null ? document : ContractView.Create(document, version),
                basePath ?? version ?? document.BasePath.Trim('/'), cancellationToken);
        if (parse.GetValue(_minCoverage) is { } percent)
        {
            result = result.RequireCoverage(percent / 100.0);
        }

        await ReportAsync(result, host.Error);
        var subject = har ?? VerificationSettings.AddressOf(host.Server!);
        var exitCode = _report.Write(parse, host, $"contract verify {subject} {version}".TrimEnd(), CondensedFindings.Of(result.Findings));
        if (result.Exchanges > 0 || exitCode != ExitCode.Ok)
        {
            return exitCode;
        }

        await host.Error.WriteLineAsync("Nothing was verified (coverage 0 %). Check that the traffic belongs to the API of the contract.");
        return ExitCode.Unreachable;
    }

    // The first segment of a path identifies the version of a request.
    private static IReadOnlyDictionary<string, ContractDocument> Views(ContractDocument document, string? version, bool byVersion) =>
        !byVersion ? new Dictionary<string, ContractDocument> { [""] = version is null ? document : ContractView.Create(document, version) }
        : version is not null ? new Dictionary<string, ContractDocument> { [version] = ContractView.Create(document, version) }
        : ContractView.CreateAll(document);

    private static async Task ReportAsync(VerificationResult result, TextWriter writer)
    {
        foreach (var note in result.Notes.Take(MaxNotes))
        {
            await writer.WriteLineAsync(TerminalText.Escape(note));
        }

        if (result.Notes.Count > MaxNotes)
        {
            await writer.WriteLineAsync($"{result.Notes.Count - MaxNotes} more notes are not shown.");
        }

        await writer.WriteLineAsync($"Verified {result.Exchanges} exchanges. {result.Coverage}");
    }
}
