using System.Globalization;

namespace LogItems.Benchmarks;

/// <summary>Whole processes in turns: the tool as it is published, as it was published before, curl and PowerShell, all against one server.</summary>
internal static class ToolComparison
{
    /// <summary>The commit that the tool is compared with.</summary>
    private const string Before = "8a7d84f";

    private const int Items = 300_000;
    private const int PageSize = 10_000;
    private const int ListRuns = 5;
    private const int StartRuns = 15;

    private static readonly string[] Formats = ["jsonl", "json", "csv", "table"];

    /// <param name="report">Where to write to.</param>
    /// <param name="builds">The published tool and the one before; those that are not named are published first, which takes minutes.</param>
    public static async Task RunAsync(Report report, string[] builds)
    {
        using var folder = new WorkFolder();
        var ours = builds.Length > 0 ? builds[0] : PublishedTool.OfThisTree(folder.File("ours"));
        var before = builds.Length > 1 ? builds[1] : PublishedTool.OfCommit(Before, folder.File("tree"), folder.File("before"));
        using var server = ServerProcess.Start(Items);
        var api = await ServerAccess.SignInAsync(server);
        var runner = new ProcessRunner(folder, api.Environment);
        Contender Tool(string name, string path, params string[] arguments) => new(name, path, arguments);
        void Compare(string name, int runs, params string[] arguments) =>
            runner.Compare(report, name, runs, [Tool("ours", ours, arguments), Tool("before", before, arguments)]);

        var session = server.SessionId.ToString();
        Contender[] peers =
        [
            new("curl", "curl", ["-s", "-K", folder.Write("curl.txt", api.CurlConfiguration(Items, PageSize))]),
            .. PowerShell.TryInstall(folder) is { } shell
                ? [new Contender("powershell", shell, ["-NoProfile", "-File", folder.Write("loop.ps1", PowerShell.Loop), session]) { Runs = 1 }]
                : Array.Empty<Contender>(),
        ];
        foreach (var format in Formats)
        {
            string[] list = ["list", session, "--format", format];
            runner.Compare(
                report, $"tool.list.{format}", ListRuns, [Tool("ours", ours, list), Tool("before", before, list), .. format == "jsonl" ? peers : []]);
        }

        Compare("tool.get", StartRuns, "get", session, await api.FirstItemAsync());
        Compare("tool.help", StartRuns, "--help");
        Compare("tool.completion", StartRuns, "completion", "bash");
        var (document, changed) = (folder.Write("large.yaml", LargeDocument.Create()), folder.Write("changed.yaml", LargeDocument.Create(isChanged: true)));
        Compare("tool.contract.lint", ListRuns, "contract", "lint", document, "--fail-on", "none");
        Compare("tool.contract.diff", ListRuns, "contract", "diff", document, changed, "--fail-on", "none");
        await RunMemoryAsync(report, folder, ours);
    }

    /// <summary>The peak of the resident set size of <c>list</c> by number of items, in a version with a defined order and in one without.</summary>
    private static async Task RunMemoryAsync(Report report, WorkFolder folder, string tool)
    {
        foreach (var items in new[] { 10_000, 100_000, 1_000_000 })
        {
            using var server = ServerProcess.Start(items, kind: "written");
            var api = await ServerAccess.SignInAsync(server);
            foreach (var version in new[] { "v7", "v8" })
            {
                var runner = new ProcessRunner(folder, api.Environment);
                var run = runner.Run(new Contender("ours", tool, ["list", server.SessionId.ToString(), "--api-version", version, "--format", "jsonl"]));
                report.Write(string.Create(CultureInfo.InvariantCulture, $"tool.list.rss-mb.{version}.{items}"), run.PeakMegabytes, "0.0");
            }
        }
    }
}
