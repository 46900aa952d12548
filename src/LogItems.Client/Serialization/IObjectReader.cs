namespace LogItems.Serialization;

/// <summary>The non-generic part of an object reader.</summary>
internal interface IObjectReader
{
    /// <summary>The type that it reads.</summary>
    Type Type { get; }

    /// <summary>The names of the properties on the wire; null if only Newtonsoft.Json knows them.</summary>
    PropertyNames? Names { get; }
}
