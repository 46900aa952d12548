using System.Net;
using System.Runtime.CompilerServices;

namespace LogItems;

/// <summary>Creates models and results as the client returns them, for tests of services that use <see cref="ILogItemsClient"/>.</summary>
public static class LogItemsModelFactory
{
    /// <summary>Creates a log item as the newest API version sends it.</summary>
    /// <param name="id">The identifier; null for a new one.</param>
    /// <param name="usn">The order number.</param>
    /// <param name="level">The level; <see cref="LogItemLevel.Unknown"/> for an item without one.</param>
    /// <param name="text">The text, without the level.</param>
    /// <param name="startedAt">The start; null for one that was not sent.</param>
    /// <param name="endedAt">The end; null for an operation that is running.</param>
    /// <param name="links">The links, by relation; null for none.</param>
    public static LogItem LogItem(
        Guid? id = null,
        long usn = 0,
        LogItemLevel level = LogItemLevel.Success,
        string text = "",
        DateTimeOffset? startedAt = null,
        DateTimeOffset? endedAt = null,
        IReadOnlyDictionary<string, Uri>? links = null) => new()
        {
            Id = id ?? Guid.NewGuid(),
            Usn = usn,
            Type = Filters.ServerFilters.ToFilter(level),
            Message = text,
            CreationTime = startedAt ?? default,
            EndTime = endedAt,
            _links = LinksOf(links),
        };

    /// <summary>Creates a job session.</summary>
    /// <param name="id">The identifier; null for a new one.</param>
    /// <param name="status">The status.</param>
    /// <param name="startedAt">The start; null for one that was not sent.</param>
    /// <param name="endedAt">The end; null for a session that is running.</param>
    /// <param name="jobType">The type of the job; null if the version does not send it.</param>
    /// <param name="jobId">The job; null if the version does not send it.</param>
    /// <param name="statistics">The statistics; null for none.</param>
    /// <param name="links">The links, by relation; null for none.</param>
    public static JobSession JobSession(
        Guid? id = null,
        JobSessionStatus status = JobSessionStatus.Success,
        DateTimeOffset? startedAt = null,
        DateTimeOffset? endedAt = null,
        JobType? jobType = null,
        Guid? jobId = null,
        JobSessionStatistics? statistics = null,
        IReadOnlyDictionary<string, Uri>? links = null) => new()
        {
            Id = id ?? Guid.NewGuid(),
            Status = status,
            CreationTime = startedAt ?? default,
            EndTime = endedAt,
            JobType = jobType,
            JobId = jobId,
            Statistics = statistics,
            _links = LinksOf(links),
        };

    /// <summary>Creates a link.</summary>
    /// <param name="href">The address as a server sends it: absolute, or a path from the version on.</param>
    public static ResourceLink ResourceLink(string href)
    {
        ArgumentException.ThrowIfNullOrEmpty(href);
        return new ResourceLink(href, server: null);
    }

    /// <summary>Creates the result of a version detection.</summary>
    /// <param name="server">The probed server.</param>
    /// <param name="served">The versions that it serves; empty for a server that serves no version that this SDK supports.</param>
    public static ApiVersionDetection ApiVersionDetection(Uri server, params ApiVersion[] served)
    {
        ArgumentNullException.ThrowIfNull(server);
        var probes = ApiVersions.All.Select(version =>
            new ApiVersionProbe(version, served.Contains(version) ? HttpStatusCode.Unauthorized : HttpStatusCode.NotFound));
        return new ApiVersionDetection(server, [.. probes], HttpStatusCode.NotFound);
    }

    /// <summary>Creates the result of a list method of <see cref="ILogItemsClient"/>.</summary>
    /// <param name="items">The items, in order.</param>
    /// <param name="failure">The exception that the enumeration throws after the items; null for none.</param>
    /// <remarks>The enumeration can be canceled between two items, like that of the client.</remarks>
    public static IAsyncEnumerable<T> AsyncItems<T>(IEnumerable<T> items, Exception? failure = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        return IterateAsync();

        async IAsyncEnumerable<T> IterateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
                yield return item;
            }

            if (failure is not null)
            {
                throw failure;
            }
        }
    }

    private static Dictionary<string, Link>? LinksOf(IReadOnlyDictionary<string, Uri>? links) =>
        links?.ToDictionary(link => link.Key, link => new Link { Href = link.Value.OriginalString });
}
