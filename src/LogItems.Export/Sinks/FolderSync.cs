using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LogItems.Export.Sinks;

/// <summary>Writes a folder to the disk, so that the names of new files survive the end of the machine and not only their content.</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Writes a folder to the disk; on Windows, names need nothing of the kind.</summary>
    /// <exception cref="IOException">That failed.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // File.OpenHandle refuses folders.
        var descriptor = Open(Encoding.UTF8.GetBytes($"{folder}\0"), ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {folder} cannot be written to the disk: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
