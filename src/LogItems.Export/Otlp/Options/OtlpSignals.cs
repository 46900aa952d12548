namespace LogItems.Export;

/// <summary>The signals that are sent to an OTLP receiver.</summary>
[Flags]
public enum OtlpSignals
{
    /// <summary>Nothing; not a valid setting.</summary>
    None = 0,

    /// <summary>Items as log records.</summary>
    Logs = 1,

    /// <summary>Sessions and items that have ended as spans.</summary>
    Spans = 2,

    /// <summary>Both.</summary>
    All = Logs | Spans,
}
