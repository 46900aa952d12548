namespace LogItems.Cli.Output;

/// <summary>Writes records one by one in a format; nothing is kept.</summary>
internal interface IRecordWriter<in T> : IDisposable
{
    /// <summary>Writes what stands before the first record.</summary>
    void Begin();

    /// <summary>Writes one record.</summary>
    void Write(T record);

    /// <summary>Writes what stands behind the last record; also of a list that broke off.</summary>
    void End();
}
