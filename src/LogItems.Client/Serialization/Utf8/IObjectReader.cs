namespace LogItems;

/// <summary>Reads objects of a type of which nothing else needs to be known.</summary>
internal interface IObjectReader<out T>
{
    /// <summary>Reads the object that the present token begins.</summary>
    T Read(ref TokenReader reader);
}
