using LogItems.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace LogItems;

/// <summary>Reads and writes the models with Newtonsoft.Json; an unreadable value never affects others.</summary>
public static class LogItemsJson
{
    internal static JsonSerializerSettings Settings { get; } = CreateSettings();

    /// <summary>Creates settings that read and write models as the client does; each call returns a new object, which can be changed.</summary>
    /// <remarks>
    /// A value that its property cannot hold is kept as extension data and written back as it was, see <see cref="ApiModel.Issues"/>.
    /// </remarks>
    public static JsonSerializerSettings CreateSettings() => Configure(new());

    internal static JsonSerializerSettings Configure(JsonSerializerSettings settings)
    {
        // Times are read by their property's type, with their offset; text that looks like a time stays text.
        settings.DateParseHandling = DateParseHandling.None;
        // Names such as $ref are ordinary names: treating them as references would lose the page.
        settings.MetadataPropertyHandling = MetadataPropertyHandling.Ignore;
        settings.ContractResolver = TolerantContractResolver.Instance;
        settings.Converters.Add(new StringEnumConverter());
        return settings;
    }
}
