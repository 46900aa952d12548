namespace LogItems.Generators;

/// <summary>A model that NSwag has generated.</summary>
/// <param name="Namespace">The namespace that it is in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Properties">Its properties, those of its base classes behind its own.</param>
/// <param name="Problems">Why no reader can be generated for it; empty where one can.</param>
internal sealed record ModelType(string Namespace, string Name, EquatableArray<ModelProperty> Properties, EquatableArray<Problem> Problems)
{
    /// <summary>Gets whether an object can be copied property by property, with nothing in it that is shared or looked into.</summary>
    public bool IsFlat => Properties.Count > 0 && Properties.All(property => property.Value is { IsScalar: true, Kind: not ValueKind.Guid });
}
