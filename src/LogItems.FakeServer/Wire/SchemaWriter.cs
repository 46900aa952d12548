using System.Text;
using System.Text.Json;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes the properties of one schema in the format of one version.</summary>
/// <remarks>
/// A property that the version does not have is omitted. An unknown value is null if the version allows null, and
/// omitted otherwise.
/// </remarks>
internal sealed class SchemaWriter(ContractSchema schema, ApiVersion version)
{
    public void Text(Utf8JsonWriter json, string property, string? value)
    {
        if (Begins(json, property, value is null))
        {
            json.WriteStringValue(value);
        }
    }

    public void Number(Utf8JsonWriter json, string property, long value)
    {
        if (Begins(json, property, isNull: false))
        {
            json.WriteNumberValue(value);
        }
    }

    public void Flag(Utf8JsonWriter json, string property, bool? value)
    {
        if (Begins(json, property, value is null))
        {
            json.WriteBooleanValue(value!.Value);
        }
    }

    public void Time(Utf8JsonWriter json, string property, DateTimeOffset? value)
    {
        if (!schema.Has(property, version))
        {
            return;
        }

        if (value is { } time)
        {
            json.WriteTime(Encoding.UTF8.GetBytes(property), time);
        }
        else if (schema.IsNullable(property, version))
        {
            json.WriteNull(property);
        }
    }

    public void Id(Utf8JsonWriter json, string property, Guid? value)
    {
        if (Begins(json, property, value is null))
        {
            json.WriteStringValue(value!.Value);
        }
    }

    /// <summary>Writes the name of a property whose value the caller writes; writes null itself.</summary>
    /// <returns>Whether the caller must write the value.</returns>
    private bool Begins(Utf8JsonWriter json, string property, bool isNull)
    {
        if (!schema.Has(property, version))
        {
            return false;
        }

        if (!isNull)
        {
            json.WritePropertyName(property);
        }
        else if (schema.IsNullable(property, version))
        {
            json.WriteNull(property);
        }

        return !isNull;
    }
}
