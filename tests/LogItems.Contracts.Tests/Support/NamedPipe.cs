using System.Diagnostics;

namespace LogItems.Contracts.Tests.Support;

/// <summary>Pipes with a name, which a reader would wait for.</summary>
internal static class NamedPipe
{
    public static string Create(string path)
    {
        using var make = Process.Start("mkfifo", [path]);
        make.WaitForExit();
        Assert.That(make.ExitCode, Is.Zero);
        return path;
    }
}
