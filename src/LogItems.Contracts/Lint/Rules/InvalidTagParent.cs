using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record InvalidTagParent() : LintRule(
    "invalid-tag-parent", "The 'parent' of a tag is another tag of the document, and no tag is within itself.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject)
    {
        var parents = TagParents.Of(subject.Document);
        return
            from tag in subject.Elements
            where tag.Kind == ElementKind.Tag
            let parent = tag.Map?["parent"] as ContractScalar
            where parent is { IsString: true }
            let name = tag.Map!.TextOf("name")
            let fault = !parents.ContainsKey(parent.Text) ? "is not a tag of this document; describe it under 'tags', or correct its name"
                : name is not null && TagParents.Ancestors(parents, name).Contains(name) ? "leads back to this tag; remove one of the two"
                : null
            where fault is not null
            select At(parent, $"The parent '{NodeText.Shorten(parent.Text)}' {fault}.");
    }
}
