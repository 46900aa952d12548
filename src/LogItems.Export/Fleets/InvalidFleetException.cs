namespace LogItems.Export;

/// <summary>The description of a fleet has invalid settings.</summary>
/// <remarks>Neither the message nor the problems contain a secret.</remarks>
public sealed class InvalidFleetException : Exception
{
    internal InvalidFleetException(string source, IReadOnlyList<string> problems, Exception? innerException = null)
        : base($"{Summarize(source, problems)}\n{string.Join('\n', problems)}", innerException)
    {
        Description = Summarize(source, problems);
        Problems = problems;
    }

    /// <summary>The file or section with the number of its problems, in one sentence.</summary>
    public string Description { get; }

    /// <summary>The problems, each with its location and solution.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static string Summarize(string source, IReadOnlyList<string> problems) =>
        $"{source} has {(problems.Count == 1 ? "a problem" : $"{problems.Count} problems")}:";
}
