namespace LogItems.Extensions.DependencyInjection;

/// <summary>Something in the configuration that cannot be understood.</summary>
/// <param name="Setting">The option that it is about, so that it is not called missing as well.</param>
/// <param name="Text">One sentence with the full name of the setting.</param>
internal sealed record ConfigurationMistake(string? Setting, string Text);
