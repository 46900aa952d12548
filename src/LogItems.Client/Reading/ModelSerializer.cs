using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace LogItems;

/// <summary>How Newtonsoft.Json reads and writes the model: nothing that one value holds can lose the others.</summary>
internal static class ModelSerializer
{
    /// <summary>The settings, for those who do not come through the generated client.</summary>
    public static JsonSerializerSettings Settings { get; } = Configure(new());

    public static JsonSerializerSettings Configure(JsonSerializerSettings settings)
    {
        // Times are read by their property's type, with their offset; text that looks like a time stays text.
        settings.DateParseHandling = DateParseHandling.None;
        settings.ContractResolver = TolerantContractResolver.Instance;
        settings.Converters.Add(new StringEnumConverter());
        return settings;
    }
}
