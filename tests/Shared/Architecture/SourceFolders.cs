using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace LogItems.Tests.Architecture;

/// <summary>The folders that the types of an assembly are written in, as its symbols report them.</summary>
/// <remarks>Namespaces cannot report them: all public types of an assembly may share one.</remarks>
public static class SourceFolders
{
    /// <summary>The custom debug information of a type that no method locates, such as an enumeration.</summary>
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    /// <summary>The source files of each type that is not nested, relative to the folder of the project, with <c>/</c>.</summary>
    /// <remarks>Files outside the project's folder are generated; a type without any other file has no entry.</remarks>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> FilesOf(Assembly assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly.Location));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb")));
        var (types, debug) = (image.GetMetadataReader(), symbols.GetMetadataReader());
        var project = $"/src/{assembly.GetName().Name}/";

        var files = new Dictionary<string, HashSet<string>>();
        foreach (var (type, document) in MethodDocuments(types, debug).Concat(TypeDocuments(debug)))
        {
            var path = debug.GetString(debug.GetDocument(document).Name).Replace('\\', '/');
            if (path.LastIndexOf(project, StringComparison.Ordinal) is var start and >= 0)
            {
                var name = NameOf(types, type);
                files.TryAdd(name, []);
                files[name].Add(path[(start + project.Length)..]);
            }
        }

        return files.ToDictionary(entry => entry.Key, IReadOnlySet<string> (entry) => entry.Value);
    }

    private static IEnumerable<(TypeDefinitionHandle Type, DocumentHandle Document)> MethodDocuments(MetadataReader types, MetadataReader debug) =>
        from handle in debug.MethodDebugInformation
        let method = debug.GetMethodDebugInformation(handle)
        where !method.SequencePointsBlob.IsNil
        from document in method.GetSequencePoints().Select(point => point.Document).Distinct()
        select (types.GetMethodDefinition(handle.ToDefinitionHandle()).GetDeclaringType(), document);

    private static IEnumerable<(TypeDefinitionHandle Type, DocumentHandle Document)> TypeDocuments(MetadataReader debug)
    {
        foreach (var information in debug.CustomDebugInformation.Select(debug.GetCustomDebugInformation))
        {
            if (debug.GetGuid(information.Kind) == TypeDefinitionDocuments)
            {
                var blob = debug.GetBlobReader(information.Value);
                while (blob.RemainingBytes > 0)
                {
                    yield return ((TypeDefinitionHandle)information.Parent, MetadataTokens.DocumentHandle(blob.ReadCompressedInteger()));
                }
            }
        }
    }

    private static string NameOf(MetadataReader types, TypeDefinitionHandle handle)
    {
        var type = types.GetTypeDefinition(handle);
        while (type.GetDeclaringType() is { IsNil: false } outer)
        {
            type = types.GetTypeDefinition(outer);
        }

        var space = types.GetString(type.Namespace);
        return space.Length == 0 ? types.GetString(type.Name) : $"{space}.{types.GetString(type.Name)}";
    }
}
