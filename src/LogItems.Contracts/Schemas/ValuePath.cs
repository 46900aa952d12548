using System.Globalization;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>The path to a value, written as a pointer on demand.</summary>
internal sealed class ValuePath
{
    private readonly ValuePath? _parent;
    private readonly string _token;

    private ValuePath(ValuePath? parent, string token)
    {
        this._parent = parent;
        this._token = token;
    }

    public static ValuePath Root => new(null, "");

    public ValuePath Child(string name) => new(this, name);

    public ValuePath Child(int index) => new(this, index.ToString(CultureInfo.InvariantCulture));

    public override string ToString()
    {
        var tokens = new Stack<string>();
        for (var path = this; path._parent is not null; path = path._parent)
        {
            tokens.Push(JsonPointer.Escape(path._token));
        }

        return string.Concat(tokens.Select(escaped => $"/{escaped}"));
    }
}
