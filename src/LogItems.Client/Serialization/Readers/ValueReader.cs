namespace LogItems.Serialization.Readers;

/// <summary>Reads the current value of a reader.</summary>
/// <returns>False if the type cannot hold the value, which is then not consumed.</returns>
internal delegate bool ValueReader<T>(ref TokenReader reader, out T? value);
