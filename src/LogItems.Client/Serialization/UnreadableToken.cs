using Newtonsoft.Json.Linq;

namespace LogItems.Serialization;

/// <summary>The result of a converter in place of a value that its property cannot hold.</summary>
/// <param name="value">The value as extension data holds it: null, a string, a number, a boolean, or a <see cref="JToken"/>.</param>
internal sealed class UnreadableToken(object? value)
{
    public object? Value { get; } = value;

    public static UnreadableToken Of(JToken token) => new(token is JValue scalar ? scalar.Value : token);
}
