namespace LogItems.Contracts.Documents;

/// <summary>Ensures that every reference is local and has a target, so that nothing after loading has to check.</summary>
internal static class ReferenceCheck
{
    public static void Require(ContractDocument document)
    {
        foreach (var element in Element.Root(document).SelfAndDescendants())
        {
            if (element.Reference is { } reference)
            {
                Require(document, reference);
            }

            if (element.IsSchema && element.Map?["$dynamicRef"] is ContractScalar dynamic)
            {
                Require(document, dynamic);
            }
        }
    }

    private static void Require(ContractDocument document, ContractScalar reference)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = reference; next is not null;)
        {
            RequireLocal(next);
            if (!seen.Add(next.Text))
            {
                throw new ContractLoadException(
                    reference.Location, $"the reference '{NodeText.Shorten(reference.Text)}' is circular.", "Make it end at an object.");
            }

            var target = document.FindReference(next.Text) ?? throw new ContractLoadException(
                next.Location, $"the reference '{NodeText.Shorten(next.Text)}' has no target.", "Add its target or correct its name.");
            next = (target as ContractMap)?["$ref"] as ContractScalar;
        }
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
