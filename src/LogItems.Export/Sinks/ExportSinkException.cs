namespace LogItems.Export;

/// <summary>A batch could not be written, or its checkpoint could not be stored; the backup server is not the cause.</summary>
public sealed class ExportSinkException : Exception
{
    /// <summary>Creates an instance without a message.</summary>
    public ExportSinkException()
    {
    }

    /// <summary>Creates an instance with a message.</summary>
    public ExportSinkException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an instance with a message and the failure that caused it.</summary>
    public ExportSinkException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
