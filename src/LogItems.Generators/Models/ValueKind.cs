namespace LogItems.Generators;

/// <summary>The kinds of values that readers can be generated for.</summary>
internal enum ValueKind
{
    Text,
    Guid,
    Time,
    Int32,
    Int64,
    Double,
    Boolean,
    Enum,
    Object,
    List,
    Map,
    Any,
}
