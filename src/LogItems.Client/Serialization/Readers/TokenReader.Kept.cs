using System.Text.Json;
using LogItems.Serialization.Utf8;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogItems.Serialization.Readers;

/// <summary>Keeps values that no property can hold as extension data, as Newtonsoft.Json would have read them.</summary>
internal ref partial struct TokenReader
{
    /// <summary>Keeps the current value under the name of the property that could not hold it.</summary>
    public void Keep(ApiModel owner, string name)
    {
        var value = Value();
        if (!IsIncomplete)
        {
            owner.Keep(name, value);
        }
    }

    /// <summary>Keeps the current value, of a property that is not in the contract.</summary>
    public void KeepUnknown(ApiModel owner) => Keep(owner, _strings.Get(Name));

    /// <summary>The current value, whatever it is: null, a string, a number, a boolean, or a <see cref="JToken"/>.</summary>
    public object? Value() => _json.TokenType switch
    {
        JsonTokenType.String => _json.ValueIsEscaped ? Utf8Text.DecodeEscaped(_json.ValueSpan) : _strings.Get(_json.ValueSpan),
        JsonTokenType.Number => Utf8Number.Read(_json.ValueSpan),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => Container(),
    };

    /// <summary>Skips the current value.</summary>
    /// <remarks>The value is still read, because an invalid text or number is rejected wherever it is.</remarks>
    public void Skip() => Value();

    private JToken? Container()
    {
        var json = Whole();
        if (IsIncomplete)
        {
            return null;
        }

        using var text = new StringReader(Utf8Text.Decode(json));
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        return JToken.Load(reader);
    }
}
