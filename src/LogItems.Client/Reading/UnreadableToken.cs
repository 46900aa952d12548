using Newtonsoft.Json.Linq;

namespace LogItems;

/// <summary>What a converter gives back instead of a value that its property cannot hold.</summary>
internal sealed class UnreadableToken(JToken token)
{
    /// <summary>The value as extension data holds it: null, a string, a number, a boolean, or a <see cref="JToken"/>.</summary>
    public object? Value { get; } = token is JValue scalar ? scalar.Value : token;
}
