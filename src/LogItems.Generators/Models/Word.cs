namespace LogItems.Generators;

/// <summary>A value of an enum.</summary>
/// <param name="OnWire">The value on the wire.</param>
/// <param name="Name">The name in C#.</param>
internal sealed record Word(string OnWire, string Name);
