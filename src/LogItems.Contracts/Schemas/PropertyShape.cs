using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>A property of an object.</summary>
internal sealed record PropertyShape(string Name, ContractNode Node, ShapeTable Shapes, SchemaShape Shape, bool IsRequired)
{
    public string Fingerprint => ShapeFingerprint.Of(Shapes, Shape);

    public string? Description => Shape.TextOf("description");
}
