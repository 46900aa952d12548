namespace LogItems.Generators;

/// <summary>An enum that NSwag has generated: a closed set of words on the wire.</summary>
/// <param name="Namespace">The namespace that it is in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Words">Its words.</param>
internal sealed record EnumMembers(string Namespace, string Name, EquatableArray<Word> Words);
