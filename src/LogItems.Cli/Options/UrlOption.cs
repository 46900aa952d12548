using System.CommandLine;

namespace LogItems.Cli.Options;

/// <summary>The address that a server of the tool listens on.</summary>
internal sealed class UrlOption : Option<Uri>
{
    /// <param name="description">The description.</param>
    /// <param name="defaultValue">The default address.</param>
    public UrlOption(string description, string defaultValue)
        : this(description, defaultValue, isOptional: false)
    {
    }

    private UrlOption(string description, string example, bool isOptional)
        : base("--urls")
    {
        HelpName = "URL";
        Description = description;
        if (!isOptional)
        {
            DefaultValueFactory = _ => new Uri(example);
        }

        CustomParser = argument =>
        {
            if (!Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url))
            {
                argument.AddError($"{Name} is not a valid address. Use an address such as {example}.");
            }

            return url;
        };
    }

    /// <summary>Creates an option without a default: nothing listens if it is absent.</summary>
    /// <param name="description">The description.</param>
    /// <param name="example">An example for the message about an invalid address.</param>
    public static UrlOption WithoutDefault(string description, string example) => new(description, example, isOptional: true);
}
