namespace LogItems.Serialization;

/// <summary>Determines whether types without a generated reader can be read by reflection.</summary>
internal static class ReflectionFallback
{
    /// <summary>The justification for using reflection in the code behind the check.</summary>
    public const string Justification = "Only types without a generated reader are read by reflection, and all models have one.";

    public static bool IsSupported => true;
}
