namespace LogItems.Serialization;

/// <summary>Gets whether types that no reader was generated for can be read by reflection.</summary>
internal static class ReflectionFallback
{
    /// <summary>Why reflection may stay in the code behind it.</summary>
    public const string Justification = "Only types without a generated reader are read by reflection, and all models have one.";

    public static bool IsSupported => true;
}
