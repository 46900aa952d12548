namespace LogItems.Extensions.DependencyInjection;

/// <summary>An invalid setting in the configuration.</summary>
/// <param name="Setting">The option concerned, so that it is not also reported as missing.</param>
/// <param name="Text">One sentence with the full name of the setting.</param>
internal sealed record ConfigurationError(string? Setting, string Text);
