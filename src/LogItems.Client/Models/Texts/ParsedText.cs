namespace LogItems.Models.Texts;

/// <summary>The level and text of one title or message, and what the text contains; each part is computed once, on first access.</summary>
internal sealed class ParsedText
{
    private readonly string? _title;
    private readonly string? _message;
    private IReadOnlyList<LogItemReference>? _references;
    private SubjectFrame? _frame;

    public ParsedText(string? title, string? message)
    {
        _title = title;
        _message = message;
        var prefix = message is null && title is not null ? LogItemLevels.PrefixLength(title) : 0;
        LevelWord = prefix > 0 ? title![1..(prefix - 1)] : null;
        Text = message ?? (prefix > 0 ? WithoutSpace(title!, prefix) : title ?? "");
    }

    /// <summary>The word in brackets at the start of the title; null if absent. A message is never searched for a level.</summary>
    public string? LevelWord { get; }

    public string Text { get; }

    public IReadOnlyList<LogItemReference> References => _references ??= ReferenceScanner.Scan(Text);

    public LogItemSubject? Subject => Frame.Subject;

    public string? Cause => Frame.Cause;

    private SubjectFrame Frame => _frame ??= SubjectFrame.Read(this);

    public bool IsOf(string? title, string? message) => ReferenceEquals(title, _title) && ReferenceEquals(message, _message);

    /// <summary>One space separates level and text; any other belongs to the text.</summary>
    private static string WithoutSpace(string title, int prefix) =>
        prefix < title.Length && title[prefix] == ' ' ? title[(prefix + 1)..] : title[prefix..];
}
