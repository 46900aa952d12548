namespace LogItems.Contracts.Documents;

/// <summary>A string, number, boolean or null.</summary>
public sealed class ContractScalar : ContractNode
{
    internal ContractScalar(ScalarKind kind, string text, Location location)
        : base(location)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>The JSON type of the scalar.</summary>
    public ScalarKind Kind { get; }

    /// <summary>The text of a string; otherwise the value in JSON, with digits as in the source.</summary>
    public string Text { get; }

    internal bool IsString => Kind == ScalarKind.String;
}
