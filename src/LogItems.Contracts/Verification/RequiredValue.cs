using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>Creates a value for a required parameter.</summary>
internal static class RequiredValue
{
    /// <summary>The value that is most probably valid; empty if nothing suggests one.</summary>
    public static ExploredValue Of(ContractDocument view, ContractParameter parameter)
    {
        var shapes = new ShapeTable(view);
        var shape = shapes.Of(parameter);
        var fields = shape.Type == "object" ? Fields(view, shape.Members(shapes).Values) : [];
        var element = shape.Type == "array" && shape["items"] is { } items ? shapes.Of(items) : shape;
        return new ExploredValue(ValueVerdict.Valid, "", fields.Count > 0 ? [] : [new ParameterValues(view, parameter.Map, element).Any() ?? ""])
        {
            Fields = fields,
            IsGiven = true,
        };
    }

    /// <summary>The required properties of an object with their values; one other property if none is required.</summary>
    public static List<(string Name, string Text)> Fields(ContractDocument view, IEnumerable<PropertyShape> properties)
    {
        var all = properties.ToList();
        return
        [
            .. from property in all.Exists(property => property.IsRequired) ? all.Where(property => property.IsRequired) : all.Take(1)
               let text = new ParameterValues(view, property.Shape).Any()
               where text is not null
               select (property.Name, text),
        ];
    }
}
