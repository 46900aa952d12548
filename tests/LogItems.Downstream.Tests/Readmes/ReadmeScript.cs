using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LogItems.Downstream.Tests.Readmes;

/// <summary>The commands of a block as one bash script that stops at the first that fails; each writes to a file of its own.</summary>
internal static class ReadmeScript
{
    /// <summary>The exit code of a check: the last run of the job in the READMEs is long ago.</summary>
    private const int CriticalState = 2;

    public static string Of(IReadOnlyList<string> commands, IReadOnlyList<(string Text, string Here)> substitutions)
    {
        var script = new StringBuilder("set -euo pipefail\n");
        for (var i = 0; i < commands.Count; i++)
        {
            var command = substitutions.Aggregate(commands[i], (text, each) => Regex.Replace(text, $@"(?<!\w){Regex.Escape(each.Text)}(?!\w)", _ => each.Here));
            script.Append(CultureInfo.InvariantCulture, $"echo {i} > last\n");
            script.Append(
                command.StartsWith("logitems serve", StringComparison.Ordinal) || command.StartsWith("logitems exporter --fleet", StringComparison.Ordinal)
                    ? ServeAndStop(command, i)
                : command.StartsWith("logitems check", StringComparison.Ordinal) ? Run($"{command} || [ $? -eq {CriticalState} ]", i)
                : Run(command, i));
        }

        return script.ToString();
    }

    /// <summary>Where a command's standard output is.</summary>
    public static string OutputOf(int command) => string.Create(CultureInfo.InvariantCulture, $"{command}.out");

    private static string Run(string command, int i) => $$"""
        { {{command}}; } > {{OutputOf(i)}} <<< '{{ReadmeServer.Password}}'

        """;

    /// <summary>It serves until it is told to stop, and is told so when it has said where it listens.</summary>
    private static string ServeAndStop(string command, int i) => $$"""
        coproc { exec {{command}}; }
        server=$COPROC_PID
        read -r listening <&"${COPROC[0]}"
        echo "$listening" > {{OutputOf(i)}}
        kill "$server"
        wait "$server"

        """;
}
