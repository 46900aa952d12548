using System.CommandLine;

namespace LogItems.Cli.Options;

/// <summary>The address that a server of the tool listens on.</summary>
internal sealed class UrlOption : Option<Uri>
{
    public UrlOption(string description, string defaultValue)
        : base("--urls")
    {
        HelpName = "URL";
        Description = description;
        DefaultValueFactory = _ => new Uri(defaultValue);
        CustomParser = argument =>
        {
            if (!Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url))
            {
                argument.AddError($"{Name} is not a valid address. Use an address such as {defaultValue}.");
            }

            return url;
        };
    }
}
