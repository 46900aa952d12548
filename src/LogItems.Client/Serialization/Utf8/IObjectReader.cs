namespace LogItems;

/// <summary>What is known of a type by its reader.</summary>
internal interface IObjectReader
{
    /// <summary>The names of the properties on the wire; null if only Newtonsoft.Json knows them.</summary>
    PropertyNames? Names { get; }
}

/// <summary>Reads objects of a type of which nothing else needs to be known.</summary>
internal interface IObjectReader<out T>
{
    /// <summary>Reads the object that the present token begins.</summary>
    T Read(ref TokenReader reader);
}
