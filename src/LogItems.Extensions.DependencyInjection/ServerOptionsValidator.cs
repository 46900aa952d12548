using Microsoft.Extensions.Options;

namespace LogItems.Extensions.DependencyInjection;

/// <summary>Reports all errors of a registration together.</summary>
internal sealed class ServerOptionsValidator : IValidateOptions<LogItemsServerOptions>
{
    public ValidateOptionsResult Validate(string? name, LogItemsServerOptions options)
    {
        List<string> errors = [.. options.ConfigurationErrors.Select(error => error.Text).Where(text => text.Length > 0)];
        Require(options.Server, nameof(options.Server), "set it to the server's address, for example https://host:4443");
        Require(options.Credential, nameof(options.Credential), "set it in code, or Username and Password, AccessToken or RefreshToken in the configuration");
        errors.AddRange(options.Validate(options.Server));
        if (options.PrimaryHandler is not null)
        {
            errors.Add("PrimaryHandler is set; call ConfigurePrimaryHttpMessageHandler on the builder that AddLogItemsClient returns instead.");
        }

        if (errors.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var client = string.IsNullOrEmpty(name) ? "The LogItems client" : $"The LogItems client '{name}'";
        return ValidateOptionsResult.Fail($"{client} cannot be used. {string.Join(" ", errors)}");

        void Require(object? value, string setting, string advice)
        {
            if (value is null && !options.ConfigurationErrors.Exists(error => string.Equals(error.Setting, setting, StringComparison.OrdinalIgnoreCase)))
            {
                errors.Add($"{setting} is missing; {advice}.");
            }
        }
    }
}
