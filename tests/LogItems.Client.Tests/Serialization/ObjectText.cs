using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogItems.Client.Tests.Serialization;

/// <summary>A model as text, with everything that it holds and the type of everything that has one, so that two can be compared.</summary>
internal static class ObjectText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => JsonConvert.ToString(text),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        double number => $"double {number.ToString("R", CultureInfo.InvariantCulture)}",
        bool or Guid or int or long or BigInteger or Enum => $"{value.GetType().Name} {value}",
        ApiModel model => OfModel(model),
        JObject json => $"json {{{string.Join(',', json.Properties().OrderBy(property => property.Name, StringComparer.Ordinal).Select(OfProperty))}}}",
        JArray json => $"json [{string.Join(',', json.Select(Of))}]",
        JValue json => $"json {Of(json.Value)}",
        IEnumerable list => $"[{string.Join(",\n", list.Cast<object?>().Select(Of))}]",
        _ => OfEntry(value),
    };

    private static string OfProperty(JProperty property) => $"{JsonConvert.ToString(property.Name)}:{Of(property.Value)}";

    private static string OfModel(ApiModel model)
    {
        var text = new StringBuilder(model.GetType().Name).Append(" {");
        foreach (var property in model.GetType().GetProperties().Where(property => property.GetCustomAttribute<JsonPropertyAttribute>() is not null))
        {
            text.Append(property.Name).Append('=').Append(Of(property.GetValue(model))).Append("; ");
        }

        foreach (var (name, value) in (model.ExtensionData ?? new Dictionary<string, object>()).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            text.Append(JsonConvert.ToString(name)).Append(':').Append(Of(value)).Append("; ");
        }

        return text.Append(model.Replaces is { } replaced ? $"in place of {Of(replaced.Value)} " : "").Append('}').ToString();
    }

    /// <summary>An entry of a map.</summary>
    private static string OfEntry(object entry)
    {
        var type = entry.GetType();
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? $"{Of(type.GetProperty("Key")!.GetValue(entry))}:{Of(type.GetProperty("Value")!.GetValue(entry))}"
            : throw new NotSupportedException($"A {type.Name} was not to be expected.");
    }
}
