using System.Runtime.CompilerServices;

namespace LogItems.Generators.Tests;

/// <summary>Compares a text with the one that was approved; with UPDATE_SNAPSHOTS=1 it is approved anew.</summary>
internal static class Snapshot
{
    public static void Match(string text, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}.verified.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.That(text, Is.EqualTo(File.Exists(path) ? File.ReadAllText(path) : ""), $"{Path.GetFileName(path)}; UPDATE_SNAPSHOTS=1 approves");
    }
}
