using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace LogItems.Contracts.Documents;

/// <summary>Distinguishes regular files from pipes, devices and so on.</summary>
internal static class FileKind
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 1;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>Determines whether a path is a regular file or does not exist; links are followed.</summary>
    /// <remarks>.NET reports a pipe as a file, and blocks when opening it, so on Linux the system call is used. Elsewhere, a
    /// pipe is detected when it is open.</remarks>
    public static bool IsRegular(string path)
    {
        if (Directory.Exists(path))
        {
            return false;
        }

        var status = new byte[256];
        return !OperatingSystem.IsLinux()
            || Statx(CurrentFolder, Encoding.UTF8.GetBytes($"{path}\0"), 0, TypeAndMode, status) != 0
            || (BinaryPrimitives.ReadUInt16LittleEndian(status.AsSpan(ModeOffset)) & TypeMask) == RegularFile;
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] status);
}
