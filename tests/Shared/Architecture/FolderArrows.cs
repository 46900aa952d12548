using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace LogItems.Tests.Architecture;

/// <summary>The dependencies between the folders of a project, and the ones that are allowed.</summary>
public sealed partial class FolderArrows
{
    private readonly Assembly _assembly;
    private readonly string _root;
    private readonly bool _isFlat;
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> _files;
    private readonly Func<string, string?> _folderOfGenerated;
    private readonly (string Folder, string[] Allowed)[] _table;

    /// <param name="assembly">The project's assembly, with its symbols beside it.</param>
    /// <param name="root">The root namespace.</param>
    /// <param name="isFlat">Whether public types are in the root namespace, whatever their folder.</param>
    /// <param name="table">
    /// Every folder, with <c>/</c> and "" for the project's own, and the folders that it may depend on, all of which have to be listed before it.
    /// </param>
    /// <param name="folderOfGenerated">The folder that a type without a source file counts for, by its full name; null for none.</param>
    public FolderArrows(
        Assembly assembly, string root, bool isFlat, (string Folder, string[] Allowed)[] table, Func<string, string?>? folderOfGenerated = null)
    {
        (_assembly, _root, _isFlat) = (assembly, root, isFlat);
        _table = table;
        _folderOfGenerated = folderOfGenerated ?? (_ => null);
        _files = SourceFolders.FilesOf(assembly);
    }

    /// <summary>Allowed arrows that do not lead to a folder listed before.</summary>
    public IEnumerable<string> ArrowsUpward() => _table.SelectMany((entry, index) => entry.Allowed
        .Where(allowed => Array.FindIndex(_table, other => other.Folder == allowed) is var position && (position < 0 || position >= index))
        .Select(allowed => $"{Name(entry.Folder)} -> {Name(allowed)}"));

    /// <summary>Allowed arrows that no type makes use of.</summary>
    public IEnumerable<string> UnusedArrows() =>
        _table.SelectMany(entry => entry.Allowed.Select(allowed => (entry.Folder, allowed)))
            .Except(Dependencies().Select(found => (found.From, found.To)))
            .Select(arrow => $"{Name(arrow.Item1)} -> {Name(arrow.Item2)}");

    /// <summary>Dependencies of types that are not allowed.</summary>
    public IEnumerable<string> ForbiddenDependencies() => Dependencies()
        .Where(found => !_table.Any(entry => entry.Folder == found.From && entry.Allowed.Contains(found.To)))
        .Select(found => $"{Name(found.From)} -> {Name(found.To)}: {found.Type} -> {found.Dependency}");

    /// <summary>Source files in folders that are not listed.</summary>
    public IEnumerable<string> FilesInUnknownFolders() => _files.Values.SelectMany(files => files).Distinct()
        .Where(file => !IsForCompatibility(file) && !_table.Any(entry => entry.Folder == FolderOf(file)));

    /// <summary>Source files whose namespace is not that of their folder, or for public types in a flat project not the root.</summary>
    public IEnumerable<string> WrongNamespaces()
    {
        var source = SourceOf(_assembly.GetName().Name!);
        return from path in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
               let file = Path.GetRelativePath(source, path).Replace('\\', '/')
               where !IsForCompatibility(file)
               let text = File.ReadAllText(path)
               let isInRoot = FolderOf(file).Length == 0 || (_isFlat && PublicType().IsMatch(text))
               let expected = isInRoot ? _root : $"{_root}.{FolderOf(file).Replace('/', '.')}"
               let actual = NamespaceLine().Match(text).Groups[1].Value
               where actual != expected
               select $"{file}: {actual} instead of {expected}";
    }

    private IEnumerable<(string From, string To, string Type, string Dependency)> Dependencies() =>
        from type in TypeDependencies.Of(_assembly)
        from dependency in type.Value
        from source in FoldersOf(type.Key)
        from target in FoldersOf(dependency)
        where source != target
        select (source, target, type.Key, dependency);

    private IEnumerable<string> FoldersOf(string type) =>
        _files.TryGetValue(type, out var files) ? files.Where(file => !IsForCompatibility(file)).Select(FolderOf).Distinct()
        : _folderOfGenerated(type) is { } folder ? [folder]
        : [];

    private static string SourceOf(string project, [CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "src", project);

    /// <summary>What stands in for types of newer frameworks has their namespaces.</summary>
    private static bool IsForCompatibility(string file) => file.StartsWith("Compatibility/", StringComparison.Ordinal);

    private static string FolderOf(string file) => file.LastIndexOf('/') is >= 0 and var slash ? file[..slash] : "";

    private static string Name(string folder) => folder.Length == 0 ? "(root)" : folder;

    [GeneratedRegex(@"^public ", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
