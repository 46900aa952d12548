using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace LogItems.Serialization;

/// <summary>
/// Makes every property of a model accept the values that it can hold, and keeps all others in
/// <c>AdditionalProperties</c>, under the property's own name and exactly as it was on the wire.
/// </summary>
internal sealed class TolerantContractResolver : DefaultContractResolver
{
    /// <summary>Contracts are made once for each type, so one resolver serves all.</summary>
    public static TolerantContractResolver Instance { get; } = new();

    /// <summary>Determines whether a type has a property of this name on the wire.</summary>
    public bool Declares(Type type, string name) => ((JsonObjectContract)ResolveContract(type)).Properties.Contains(name);

    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (!property.Ignored && property.Writable && typeof(ApiModel).IsAssignableFrom(property.DeclaringType))
        {
            var name = property.PropertyName!;
            var acceptsNull = property.NullValueHandling == NullValueHandling.Ignore || property.Required == Required.AllowNull;
            property.Required = Required.Default;
            property.Converter = new TolerantConverter(property.PropertyType!, acceptsNull);
            property.ValueProvider = new TolerantValueProvider(name, property.ValueProvider!);
            property.ShouldSerialize = target => ((ApiModel)target).ExtensionData?.ContainsKey(name) != true;
        }

        return property;
    }

    /// <summary>Sets the property, or keeps the value as extension data.</summary>
    private sealed class TolerantValueProvider(string name, IValueProvider property) : IValueProvider
    {
        public object? GetValue(object target) => property.GetValue(target);

        public void SetValue(object target, object? value)
        {
            if (value is UnreadableToken unreadable)
            {
                ((ApiModel)target).Keep(name, unreadable.Value);
            }
            else
            {
                property.SetValue(target, value);
            }
        }
    }
}
