namespace LogItems;

/// <summary>Reports where to continue after an exception.</summary>
public static class ContinuationExceptionExtensions
{
    internal const string Key = "LogItems.ContinuationToken";

    /// <summary>Gets the position behind the last item that was delivered before an exception ended the reading of a list.</summary>
    /// <param name="exception">The exception that the enumeration threw, of whatever type.</param>
    /// <returns>
    /// A string for <see cref="LogItemFilter.ContinuationToken"/> or <see cref="JobSessionFilter.ContinuationToken"/>; null if no item was delivered,
    /// so that the same call can be made again.
    /// </returns>
    public static string? GetContinuationToken(this Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[Key] as string;
    }
}
