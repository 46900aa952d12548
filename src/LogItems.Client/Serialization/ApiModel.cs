using System.Collections.ObjectModel;
using LogItems.Serialization;
using LogItems.Versions;
using System.Text.Json;
using Newtonsoft.Json;

namespace LogItems;

/// <summary>The base class of all models: values that could not be read are kept and reported.</summary>
public abstract class ApiModel
{
    private const string Everything = "";
    private static readonly ReadOnlyDictionary<string, JsonElement> NoElements = new(new Dictionary<string, JsonElement>());

    /// <summary>
    /// The values on the wire that their properties could not hold: null if the contract forbids it, another JSON type, an
    /// enum value newer than the contract. Empty in the normal case.
    /// </summary>
    /// <remarks>Such a value stays in <c>AdditionalProperties</c> as it was on the wire; its property has its default value.</remarks>
    [JsonIgnore]
    public virtual IReadOnlyList<UnreadableValue> Issues => OwnIssues;

    /// <summary>The values of <c>AdditionalProperties</c> as elements of System.Text.Json, by name.</summary>
    /// <value>A copy; empty in the normal case. Each element is independent of the response and stays valid.</value>
    /// <exception cref="ArgumentException">A value that the caller added cannot be represented in JSON.</exception>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalElements =>
        ExtensionData is { Count: > 0 } data ? data.ToDictionary(entry => entry.Key, entry => JsonElements.Of(entry.Value)) : NoElements;

    /// <summary>The value that was sent instead of this object; null in the normal case.</summary>
    internal UnreadableToken? Replaces { get; set; }

    /// <summary>The reader generated for the model; null without a reader for exactly this type, because a derived type may have more properties.</summary>
    internal virtual IObjectReader? GeneratedReader => null;

    /// <summary>Gets whether the address in this object, if it has one, is that of an HTTP resource.</summary>
    internal virtual bool IsResolvable => true;

    /// <summary>The extension data; null if there is none.</summary>
    internal abstract IDictionary<string, object>? ExtensionData { get; }

    private protected IReadOnlyList<UnreadableValue> OwnIssues
    {
        get
        {
            if (Replaces is { } whole)
            {
                return [new UnreadableValue(Everything, whole.Value)];
            }

            if (ExtensionData is not { Count: > 0 } extensionData)
            {
                return [];
            }

            return [.. extensionData.Where(entry => Declares(entry.Key)).Select(entry => new UnreadableValue(entry.Key, entry.Value))];
        }
    }

    /// <summary>Keeps a value as extension data under a property's name on the wire.</summary>
    internal abstract void Keep(string name, object? value);

    /// <summary>Sets the server that the links of this object, and of the objects in it, are resolved against.</summary>
    internal virtual void BindTo(ServerAddress address)
    {
    }

    /// <summary>Determines whether the contract has a property of this name.</summary>
    private bool Declares(string name) => GeneratedReader is { Names: { } names } reader && reader.Type == GetType()
        ? names.Contains(name)
        : ReflectionFallback.IsSupported && TolerantContractResolver.Instance.Declares(GetType(), name);

    /// <summary>The value on the wire of a property that could not be read; null if it could.</summary>
    internal object? Unreadable(string name) =>
        ExtensionData is { } extensionData && extensionData.TryGetValue(name, out var value) ? value : null;

    /// <summary>Determines whether a property had a value on the wire that could not be read.</summary>
    internal bool IsUnreadable(string name) => ExtensionData?.ContainsKey(name) == true;
}
