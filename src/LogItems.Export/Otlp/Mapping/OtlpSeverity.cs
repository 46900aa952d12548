namespace LogItems.Export.Otlp.Mapping;

/// <summary>Severity numbers of OpenTelemetry's log data model.</summary>
internal static class OtlpSeverity
{
    public const int Unspecified = 0;
    public const int Debug = 5;
    public const int Info = 9;
    public const int Warn = 13;
    public const int Error = 17;

    /// <summary>The severity of a level; <see cref="Unspecified"/> if the level is unknown, in which case the record has only the severity text.</summary>
    public static int Of(LogItemLevel level) => level switch
    {
        // Another record follows when the operation has ended.
        LogItemLevel.Running => Debug,
        LogItemLevel.Success => Info,
        LogItemLevel.Warning => Warn,
        // The operation did not complete, but nothing failed.
        LogItemLevel.Stop => Warn,
        LogItemLevel.Error => Error,
        _ => Unspecified,
    };
}
