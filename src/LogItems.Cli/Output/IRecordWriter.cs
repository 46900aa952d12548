namespace LogItems.Cli.Output;

/// <summary>Writes records one by one in a format; nothing is kept.</summary>
internal interface IRecordWriter<in T>
{
    /// <summary>Writes what stands before the first record.</summary>
    void Begin();

    /// <summary>Writes one record.</summary>
    void Write(T record);

    /// <summary>Writes what stands behind the last record; not called for a list that broke off.</summary>
    void End();
}
