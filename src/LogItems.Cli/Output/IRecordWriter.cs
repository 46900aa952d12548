namespace LogItems.Cli.Output;

/// <summary>Writes records one by one in a format.</summary>
internal interface IRecordWriter<in T> : IDisposable
{
    /// <summary>Writes the start, before the first record.</summary>
    void Begin();

    /// <summary>Writes one record.</summary>
    void Write(T record);

    /// <summary>Writes the end, after the last record, including when the list was interrupted.</summary>
    void End();
}
