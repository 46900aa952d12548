namespace LogItems.Contracts.Documents;

/// <summary>Ensures that every reference is local and has a target, so that later code need not check.</summary>
internal sealed class ReferenceCheck
{
    private readonly ContractDocument _document;
    private readonly HashSet<string> _sound = new(StringComparer.Ordinal);

    private ReferenceCheck(ContractDocument document) => _document = document;

    public static void Require(ContractDocument document) => new ReferenceCheck(document).Check(document.Root, ElementKind.Document);

    // Checks without creating elements, which most callers do not need.
    private void Check(ContractNode node, ElementKind kind)
    {
        switch (node)
        {
            case ContractMap map:
                if (OpenApiGrammar.MayBeReference(kind) && map["$ref"] is ContractScalar reference)
                {
                    Require(reference);
                }

                if (OpenApiGrammar.IsSchema(kind) && map["$dynamicRef"] is ContractScalar dynamic)
                {
                    Require(dynamic);
                }

                foreach (ref readonly var entry in map.Span)
                {
                    CheckChild(entry.Value, OpenApiGrammar.ChildOf(kind, entry.Key));
                }

                break;
            case ContractList list:
                foreach (var item in list.Items)
                {
                    CheckChild(item, OpenApiGrammar.ChildOf(kind, "0"));
                }

                break;
        }
    }

    private void CheckChild(ContractNode node, ElementKind kind)
    {
        if (kind != ElementKind.Data && node is not ContractScalar)
        {
            Check(node, kind);
        }
    }

    private void Require(ContractScalar reference)
    {
        if (_sound.Contains(reference.Text))
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = reference; next is not null;)
        {
            RequireLocal(next);
            if (!seen.Add(next.Text))
            {
                throw new ContractLoadException(
                    reference.Location, $"the reference '{NodeText.Shorten(reference.Text)}' is circular.", "Make it end at an object.");
            }

            var target = _document.FindReference(next.Text) ?? throw new ContractLoadException(
                next.Location, $"the reference '{NodeText.Shorten(next.Text)}' has no target.", "Add its target or correct its name.");
            next = (target as ContractMap)?["$ref"] as ContractScalar;
        }

        _sound.UnionWith(seen);
    }

    private static void RequireLocal(ContractScalar reference)
    {
        if (!reference.IsString || reference.Text is not "#" && !reference.Text.StartsWith("#/", StringComparison.Ordinal))
        {
            var isRemote = DocumentFolder.IsOnTheWeb(reference.Text);
            throw new ContractLoadException(
                reference.Location,
                $"the reference '{NodeText.Shorten(reference.Text)}' {(isRemote ? "leads to a server" : "is not local")}.",
                $"{(isRemote ? "Allow that with --allow-remote, or move" : "Move")} its target into this document and refer to it as '#/components/...'.");
        }
    }
}
