using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LogItems.Benchmarks;

/// <summary>Publishes the tool as its package for this system has it.</summary>
internal static class PublishedTool
{
    /// <summary>The tool of this working tree; returns the program's path.</summary>
    public static string OfThisTree(string output) => Publish(Repository.Folder, output);

    /// <summary>The tool of a commit, built in a working tree of its own.</summary>
    public static string OfCommit(string commit, string tree, string output)
    {
        Run(Repository.Folder, "git", "worktree", "add", "--detach", tree, commit);
        try
        {
            return Publish(tree, output);
        }
        finally
        {
            Run(Repository.Folder, "git", "worktree", "remove", "--force", tree);
        }
    }

    private static string Publish(string tree, string output)
    {
        Run(tree, "dotnet", "publish", "src/LogItems.Cli", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output, "-p:NativeTool=true");
        return Path.Combine(output, "LogItems.Cli");
    }

    private static void Run(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {output}");
        }
    }
}
