namespace LogItems.Downstream.Tests;

/// <summary>Copies of folders.</summary>
internal static class Folders
{
    /// <summary>Copies what is in a folder, without the parts whose path says that they were made by a build.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(from, file);
            if (!path.Split(Path.DirectorySeparatorChar).Any(part => part is "node_modules" or "bin" or "obj"))
            {
                CopyFile(file, Path.Combine(to, path));
            }
        }
    }

    public static void CopyFile(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }
}
