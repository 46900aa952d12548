using System.Globalization;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>The way to a value, written as a pointer only when somebody asks.</summary>
internal sealed class ValuePath
{
    private readonly ValuePath? parent;
    private readonly string token;

    private ValuePath(ValuePath? parent, string token)
    {
        this.parent = parent;
        this.token = token;
    }

    public static ValuePath Root => new(null, "");

    public ValuePath Child(string name) => new(this, name);

    public ValuePath Child(int index) => new(this, index.ToString(CultureInfo.InvariantCulture));

    public override string ToString()
    {
        var tokens = new Stack<string>();
        for (var path = this; path.parent is not null; path = path.parent)
        {
            tokens.Push(JsonPointer.Escape(path.token));
        }

        return string.Concat(tokens.Select(escaped => $"/{escaped}"));
    }
}
