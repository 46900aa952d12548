using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>Generates objects that differ from a valid one in one property.</summary>
internal sealed partial class ValuePool
{
    private IEnumerable<ExploredValue> OfObject(ContractParameter parameter, SchemaShape shape)
    {
        var members = shape.Members(_shapes).Values.Where(member => member.Shape.Type is not ("object" or "array")).ToList();
        var plain = RequiredValue.Fields(view, members);
        if (plain.Count == 0 || shape.Required.Count > members.Count(member => member.IsRequired) || !CanCarry(parameter, plain))
        {
            return [];
        }

        var good = Evaluate(parameter, shape, Object("", plain), ValueClaim.Full);
        return (good.Verdict == ValueVerdict.Invalid ? [] : new[] { good })
            .Concat(members.SelectMany(member => OfMember(parameter, shape, plain, member)))
            .Concat(Without(parameter, shape, plain, members))
            .Concat(WithAnother(parameter, shape, plain))
            .Concat(parameter.IsInPath ? [] : Missing(parameter));
    }

    private IEnumerable<ExploredValue> OfMember(
        ContractParameter parameter, SchemaShape shape, List<(string Name, string Text)> plain, PropertyShape member)
    {
        var values = new ParameterValues(view, member.Shape).Good().Select(text => (Text: text, Description: "", Claim: ValueClaim.Full))
            .Concat(SpecialValues.Of(member.Shape));
        foreach (var (text, description, claim) in values)
        {
            List<(string Name, string Text)> fields = plain.Exists(field => field.Name == member.Name)
                ? [.. plain.Select(field => field.Name == member.Name ? (field.Name, text) : field)]
                : [.. plain, (member.Name, text)];
            if (CanCarry(parameter, fields) && !IsDivided(parameter, text))
            {
                yield return Evaluate(parameter, shape, Object(description.Length == 0 ? "" : $"property '{member.Name}': {description}", fields), claim);
            }
        }
    }

    // Without its only property, the parameter would be missing, so another property replaces it.
    private IEnumerable<ExploredValue> Without(
        ContractParameter parameter, SchemaShape shape, List<(string Name, string Text)> plain, List<PropertyShape> members) =>
        from field in plain
        where shape.Required.Contains(field.Name)
        let others = plain.Count > 1 ? plain.Where(other => other != field).ToList()
            : RequiredValue.Fields(view, members.Where(member => !member.IsRequired))
        where others.Count > 0 && CanCarry(parameter, others)
        select Evaluate(parameter, shape, Object($"without the property '{field.Name}'", others), ValueClaim.Full);

    // If properties are sent as separate parameters, an additional one would be another parameter.
    private IEnumerable<ExploredValue> WithAnother(ContractParameter parameter, SchemaShape shape, List<(string Name, string Text)> plain)
    {
        const string Name = "unknown";
        return (parameter.Style == "form" && parameter.IsExploded) || shape.Properties.ContainsKey(Name)
            ? []
            : [Evaluate(parameter, shape, Object("with another property", [.. plain, (Name, "a")]), ValueClaim.Rejection)];
    }

    // Headers are not escaped, so a comma or an equals sign splits a value.
    private static bool IsDivided(ContractParameter parameter, string text) => parameter.Style != "deepObject"
        && (parameter.In == "header" ? text.AsSpan().ContainsAny(',', '=') : !parameter.IsExploded && text.Contains(',', StringComparison.Ordinal));

    private static bool CanCarry(ContractParameter parameter, List<(string Name, string Text)> fields) =>
        fields.TrueForAll(field => ParameterHeaders.CanCarry(parameter, field.Text) && !(parameter.In == "header" && IsDivided(parameter, field.Text)));

    private static ExploredValue Object(string description, List<(string Name, string Text)> fields) =>
        new(ValueVerdict.Open, description, []) { Fields = fields };
}
