namespace LogItems.Generators.Tests;

/// <summary>Models as NSwag writes them.</summary>
internal static class Nswag
{
    public const string Absent = "Required = Newtonsoft.Json.Required.Default, NullValueHandling = Newtonsoft.Json.NullValueHandling.Ignore";
    public const string Always = "Required = Newtonsoft.Json.Required.Always";
    public const string AllowNull = "Required = Newtonsoft.Json.Required.AllowNull";

    private const string Attribute =
        """[System.CodeDom.Compiler.GeneratedCode("NJsonSchema", "14.7.1.0 (NJsonSchema v11.6.1.0 (Newtonsoft.Json v13.0.0.0))")]""";

    public static string Model(string name, params string[] properties) => $$"""
        #nullable enable
        namespace Shop
        {
            {{Attribute}}
            public partial class {{name}} : LogItems.ApiModel
            {
        {{string.Join("\n", properties)}}

                private System.Collections.Generic.IDictionary<string, object>? _additionalProperties;

                [Newtonsoft.Json.JsonExtensionData]
                public System.Collections.Generic.IDictionary<string, object> AdditionalProperties
                {
                    get { return _additionalProperties ?? (_additionalProperties = new System.Collections.Generic.Dictionary<string, object>()); }
                    set { _additionalProperties = value; }
                }

                internal override System.Collections.Generic.IDictionary<string, object>? ExtensionData => _additionalProperties;

                internal override void Keep(string name, object? value) => AdditionalProperties[name] = value!;
            }
        }
        """;

    public static string Property(string wireName, string type, string name, string json = Absent) => $$"""
                /// <summary>The {{wireName}}.</summary>
                [Newtonsoft.Json.JsonProperty("{{wireName}}", {{json}})]
                public {{type}} {{name}} { get; set; } = default!;

        """;

    public static string Words(string name, params string[] words) => $$"""
        namespace Shop
        {
            {{Attribute}}
            public enum {{name}}
            {
        {{string.Join("\n", words.Select(Word))}}
            }
        }
        """;

    private static string Word(string word, int number) => $"        [System.Runtime.Serialization.EnumMember(Value = @\"{word}\")]\n"
        + $"        {word.Replace("-", "_", StringComparison.Ordinal)} = {number},";
}
