using LogItems.Primitives;
using LogItems.Versions;

namespace LogItems;

public partial class LogItemsClientOptions
{
    private const int MinBufferSize = 64 * 1024;
    private const int BufferSizeLimit = 1024 * 1024 * 1024;

    /// <summary>Validates the options: returns one sentence for each problem; empty if they are valid.</summary>
    /// <remarks>The constructors that take options throw an <see cref="ArgumentException"/> with the same sentences.</remarks>
    /// <param name="server">The server's address, to validate with the options; null to validate the options alone.</param>
    public IReadOnlyList<string> Validate(Uri? server = null)
    {
        var isVersionUsable = Version is not { } version || version.IsKnown();
        List<string> problems = [];
        Demand(
            isVersionUsable,
            $"Version is {(int?)Version}, which this SDK does not support; use one of {ApiVersions.Names}, or null to detect it.");
        Demand(PageSize is null or (>= 1 and <= PageLimit.Maximum), $"PageSize is {PageSize}; it must be 1 to {PageLimit.Maximum}.");
        Demand(PagePrefetch is >= 0 and <= 8, $"PagePrefetch is {PagePrefetch}; it must be 0 to 8.");
        Demand(MaxConnections is >= 1 and <= 100, $"MaxConnections is {MaxConnections}; it must be 1 to 100.");
        Demand(HttpVersion is { Major: 1, Minor: 1 } or { Major: 2, Minor: 0 }, $"HttpVersion is {HttpVersion}; it must be 1.1 or 2.0.");
        Demand(
            MaxBufferSize is >= MinBufferSize and <= BufferSizeLimit,
            $"MaxBufferSize is {MaxBufferSize}; it must be {MinBufferSize} to {BufferSizeLimit} bytes.");
        Demand(IsTimeout(Timeout) && IsTimeout(TryTimeout), TimeoutProblem(Timeout, TryTimeout));
        Demand(MaxRetries is >= 0 and <= 10, $"MaxRetries is {MaxRetries}; it must be 0 to 10.");
        Demand(
            RetryDelay >= TimeSpan.Zero && MaxRetryDelay >= TimeSpan.Zero,
            $"RetryDelay is {RetryDelay} and MaxRetryDelay {MaxRetryDelay}; neither may be negative.");
        Demand(
            ApplicationId is null || (ApplicationId.Length is > 0 and <= 128 && ApplicationId.All(character => character is >= ' ' and <= '~')),
            $"ApplicationId has {ApplicationId?.Length} characters; it must have 1 to 128, all of them printable ASCII.");
        if (server is not null && AddressProblem(server, isVersionUsable ? Version : null) is { } problem)
        {
            problems.Add(problem);
        }

        return problems;

        void Demand(bool isMet, string otherwise)
        {
            if (!isMet)
            {
                problems.Add(otherwise);
            }
        }
    }

    internal void ThrowIfInvalid()
    {
        if (Validate() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(" ", problems));
        }
    }

    /// <summary>Determines whether a timer can have this duration.</summary>
    internal static bool IsTimeout(TimeSpan duration) => duration > TimeSpan.Zero && duration.TotalMilliseconds <= int.MaxValue;

    internal static string TimeoutProblem(TimeSpan? timeout, TimeSpan? tryTimeout) =>
        $"Timeout is {timeout} and TryTimeout {tryTimeout}; both must be more than zero, and at most 24 days.";

    private static string? AddressProblem(Uri server, ApiVersion? version)
    {
        try
        {
            ServerAddress.ParseSecure(server).ChooseVersion(version);
            return null;
        }
        catch (ArgumentException exception)
        {
            // The name of the parameter is meaningless to callers who passed none.
            return exception.Message.Replace($" (Parameter '{exception.ParamName}')", "");
        }
    }
}
