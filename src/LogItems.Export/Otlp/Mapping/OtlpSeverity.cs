namespace LogItems.Export.Otlp.Mapping;

/// <summary>Severity numbers of OpenTelemetry's log data model.</summary>
internal static class OtlpSeverity
{
    public const int Unspecified = 0;
    public const int Debug = 5;
    public const int Info = 9;
    public const int Warn = 13;
    public const int Error = 17;

    /// <summary>The severity of a level; <see cref="Unspecified"/> if the level is not known, and the record has only its word.</summary>
    public static int Of(LogItemLevel level) => level switch
    {
        // It is followed by another record when the operation has ended.
        LogItemLevel.Running => Debug,
        LogItemLevel.Success => Info,
        LogItemLevel.Warning => Warn,
        // It did not do what it was started for, but nothing failed.
        LogItemLevel.Stop => Warn,
        LogItemLevel.Error => Error,
        _ => Unspecified,
    };
}
