using System.Runtime.CompilerServices;

namespace LogItems.Serialization;

/// <summary>Determines whether types without a generated reader can be read by reflection.</summary>
internal static class ReflectionFallback
{
    /// <summary>The justification for using reflection in the code behind the check.</summary>
    public const string Justification = "Only types without a generated reader are read by reflection, and all models have one.";

    /// <summary>A constant for the Native AOT compiler, which removes the code behind it.</summary>
    public static bool IsSupported => RuntimeFeature.IsDynamicCodeSupported;
}
