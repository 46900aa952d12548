using System.Runtime.CompilerServices;

namespace LogItems.Contracts.Tests;

/// <summary>Compares a text with a file of the repository; UPDATE_SNAPSHOTS=1 writes the file anew.</summary>
internal static class Snapshot
{
    public static void Require(string text, string path, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(caller)!, path);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.That(text, Is.EqualTo(File.ReadAllText(file)), $"{path} is out of date; UPDATE_SNAPSHOTS=1 writes it anew.");
    }
}
