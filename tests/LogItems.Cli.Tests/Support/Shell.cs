using System.ComponentModel;
using System.Diagnostics;

namespace LogItems.Cli.Tests.Support;

/// <summary>A shell that finds the tool under its name, in a folder of its own that holds the contract, too.</summary>
internal sealed class Shell : IDisposable
{
    /// <summary>Types into a terminal; zsh is the one shell that has one to give.</summary>
    private const string Typist = """
        zmodload zsh/zpty
        zpty terminal $1
        zpty -w terminal '. ./setup'
        zpty -w -n terminal "$(<typed)"
        zpty -w terminal exit
        while zpty -r terminal line; do :; done
        """;

    /// <summary>Inside the repository, whose .config names PowerShell.</summary>
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, Path.GetRandomFileName()));

    public Shell()
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "LogItems.Cli.dll");
        File.WriteAllText(In("logitems"), $"#!/bin/sh\nexec dotnet '{tool}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(In("logitems"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Directory.CreateSymbolicLink(In("openapi"), Path.Combine(AppContext.BaseDirectory, "openapi"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>
    /// Types a line, the Tab key some times and Ctrl-G, by which <paramref name="setup"/> writes the line to the file <c>shown</c>; gives that.
    /// </summary>
    public async Task<string> TypeAsync(string shell, string setup, string line, int tabs)
    {
        await File.WriteAllTextAsync(In("setup"), setup);
        await File.WriteAllTextAsync(In("typed"), $"{line}{new string('\t', tabs)}\a");
        await File.WriteAllTextAsync(In("typist"), Typist);
        await RunAsync("zsh", ["-f", "typist", shell], "");
        return await File.ReadAllTextAsync(In("shown"));
    }

    /// <summary>Gives a program its standard input; gives its standard output.</summary>
    public async Task<string> RunAsync(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_folder.FullName}:{start.Environment["PATH"]}";
        start.Environment["ZDOTDIR"] = _folder.FullName;
        start.Environment["TERM"] = "dumb";
        using var process = Start(start);
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(ToolProcess.Patience);
            await process.WaitForExitAsync().WaitAsync(ToolProcess.Patience);
            Assert.That(process.ExitCode, Is.Zero, $"{program}: {output}{await error}");
            return output;
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(
                $"{start.FileName} cannot be started ({exception.Message}). These tests need it: apt-get install {start.FileName}.", exception);
        }
    }

    private string In(string file) => Path.Combine(_folder.FullName, file);
}
