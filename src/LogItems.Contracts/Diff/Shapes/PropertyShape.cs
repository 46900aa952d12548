using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Shapes;

/// <summary>A property of an object.</summary>
internal sealed record PropertyShape(string Name, ContractNode Node, ShapeTable Shapes, SchemaShape Shape, bool IsRequired)
{
    public string Fingerprint => ShapeFingerprint.Of(Shapes, Shape);

    public string? Description => (Shape["description"] as ContractScalar)?.Text;
}
