using System.CommandLine;

namespace LogItems.Cli.Options;

/// <summary>The identifier of a session or an item.</summary>
internal sealed class IdentifierArgument : Argument<Guid>
{
    public IdentifierArgument(string name, string description)
        : base(name)
    {
        Description = description;
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (!Guid.TryParse(text, out var id))
            {
                argument.AddError(
                    $"{name} is '{text}', which is not a valid ID. Use a GUID such as be376069-2865-4156-a9bc-825cef7d687e.");
            }

            return id;
        };
    }
}
