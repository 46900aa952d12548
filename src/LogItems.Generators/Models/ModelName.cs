namespace LogItems.Generators;

/// <summary>What a model is called.</summary>
/// <param name="Namespace">The namespace that it is in.</param>
/// <param name="Name">Its name.</param>
internal sealed record ModelName(string Namespace, string Name);
