using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LogItems.Contracts.Documents;

/// <summary>Writes nodes as JSON, with numbers as in the source.</summary>
internal static class JsonContractWriter
{
    public static string Write(ContractNode node, bool indented)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = indented,
            NewLine = "\n",
            // The result is a file, not part of an HTML page, so prose is not escaped.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            Write(node, writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static JsonElement ToElement(ContractNode node)
    {
        using var json = JsonDocument.Parse(Write(node, indented: false), new JsonDocumentOptions { MaxDepth = 1024 });
        return json.RootElement.Clone();
    }

    private static void Write(ContractNode node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case ContractMap map:
                writer.WriteStartObject();
                foreach (var (key, value) in map.Entries)
                {
                    writer.WritePropertyName(key);
                    Write(value, writer);
                }

                writer.WriteEndObject();
                break;
            case ContractList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case ContractScalar { Kind: ScalarKind.String } scalar:
                writer.WriteStringValue(scalar.Text);
                break;
            case ContractScalar scalar:
                writer.WriteRawValue(scalar.Text);
                break;
        }
    }
}
