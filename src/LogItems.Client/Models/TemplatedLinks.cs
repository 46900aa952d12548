using System.Collections;
using System.Diagnostics.CodeAnalysis;
using LogItems.Versions;

namespace LogItems.Models;

/// <summary>The links of one object, based on templates; each is created when it is accessed.</summary>
internal sealed class TemplatedLinks(TemplatedLink[] templates, Guid identifier, ServerAddress? server) : IReadOnlyDictionary<string, ResourceLink>
{
    private readonly ResourceLink?[] _links = new ResourceLink?[templates.Length];

    public int Count => templates.Length;

    public IEnumerable<string> Keys => Array.ConvertAll(templates, template => template.Relation);

    public IEnumerable<ResourceLink> Values => this.Select(link => link.Value);

    public ResourceLink this[string key] => TryGetValue(key, out var link) ? link : throw new KeyNotFoundException($"There is no link '{key}'.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out ResourceLink value)
    {
        ArgumentNullException.ThrowIfNull(key);
        for (var index = 0; index < templates.Length; index++)
        {
            if (templates[index].Relation == key)
            {
                value = At(index);
                return true;
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, ResourceLink>> GetEnumerator()
    {
        for (var index = 0; index < templates.Length; index++)
        {
            yield return new(templates[index].Relation, At(index));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ResourceLink At(int index) => _links[index] ??= templates[index].For(identifier, server);
}
