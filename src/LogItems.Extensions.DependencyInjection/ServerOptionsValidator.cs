using Microsoft.Extensions.Options;

namespace LogItems.Extensions.DependencyInjection;

/// <summary>Tells everything that is wrong with a registration at once.</summary>
internal sealed class ServerOptionsValidator : IValidateOptions<LogItemsServerOptions>
{
    public ValidateOptionsResult Validate(string? name, LogItemsServerOptions options)
    {
        List<string> mistakes = [.. options.ConfigurationMistakes.Select(mistake => mistake.Text).Where(text => text.Length > 0)];
        Require(options.Server, nameof(options.Server), "set it to the server's address, for example https://host:4443");
        Require(options.Credential, nameof(options.Credential), "set it in code, or Username and Password, AccessToken or RefreshToken in the configuration");
        mistakes.AddRange(options.Validate(options.Server));
        if (options.PrimaryHandler is not null)
        {
            mistakes.Add("PrimaryHandler is set; call ConfigurePrimaryHttpMessageHandler on the builder that AddLogItemsClient returns instead.");
        }

        if (mistakes.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var client = string.IsNullOrEmpty(name) ? "The LogItems client" : $"The LogItems client '{name}'";
        return ValidateOptionsResult.Fail($"{client} cannot be used. {string.Join(" ", mistakes)}");

        void Require(object? value, string setting, string advice)
        {
            if (value is null && !options.ConfigurationMistakes.Exists(mistake => string.Equals(mistake.Setting, setting, StringComparison.OrdinalIgnoreCase)))
            {
                mistakes.Add($"{setting} is missing; {advice}.");
            }
        }
    }
}
