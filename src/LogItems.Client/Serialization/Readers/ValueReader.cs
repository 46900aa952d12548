namespace LogItems.Serialization.Readers;

/// <summary>Reads the present value of a reader.</summary>
/// <returns>False if the type cannot hold the value; nothing of it has been read then.</returns>
internal delegate bool ValueReader<T>(ref TokenReader reader, out T? value);
