namespace LogItems.Generators;

/// <summary>The versions that have something, both ends inclusive.</summary>
/// <param name="Since">The number of the first version; 0 for the first of all.</param>
/// <param name="Until">The number of the last version; <see cref="int.MaxValue"/> for every later one.</param>
internal sealed record VersionRange(int Since, int Until)
{
    public static VersionRange All { get; } = new(0, int.MaxValue);

    public static VersionRange None { get; } = new(int.MaxValue, 0);

    /// <summary>The constructor arguments with both ends as in the contract; an open end is empty.</summary>
    public string AsWritten => $"\"{(Since == 0 ? "" : $"v{Since}")}\", \"{(Until == int.MaxValue ? "" : $"v{Until}")}\"";

    /// <summary>A target-typed constructor call with both ends as numbers.</summary>
    public string AsCode => $"new({Number(Since)}, {Number(Until)})";

    public static VersionRange operator &(VersionRange left, VersionRange right) =>
        new(Math.Max(left.Since, right.Since), Math.Min(left.Until, right.Until));

    /// <summary>The smallest range that contains both.</summary>
    public static VersionRange operator |(VersionRange left, VersionRange right) =>
        new(Math.Min(left.Since, right.Since), Math.Max(left.Until, right.Until));

    private static string Number(int version) => version == int.MaxValue ? "int.MaxValue" : $"{version}";
}
