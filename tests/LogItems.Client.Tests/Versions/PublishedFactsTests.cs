using LogItems.Contracts.Documents;

namespace LogItems.Client.Tests.Versions;

/// <summary>The views of v6, v7 and v8 have what the vendor's published documents of those versions have, no more and no less.</summary>
public class PublishedFactsTests
{
    private const string Sessions = "id details creationTime endTime retryCount progress status statistics _links";
    private const string SessionsV7 = Sessions + " repositoryId mainSessionId jobWillBeRetried jobType";
    private const string SessionsV8 = SessionsV7 + " jobId jobSessionConfigType eTag proxyId proxyPoolId";
    private const string Statistics =
        "processingRateBytesPS processingRateItemsPS readRateBytesPS writeRateBytesPS transferredDataBytes processedObjects bottleneck";
    private const string JobsV6 =
        "description backupType runNow selectedItems excludedItems schedulePolicy id repositoryId name lastRun nextRun isEnabled lastStatus _links";
    private const string RetrievalsV6 = "id name retrievalId creationTime endTime progress processedObjects type status _links";
    private const string ErrorCodes =
        "ProxyOffline OutdatedChangeToken ResourceAccessDenied ResourceNotFound ParameterValidationFailure OrganizationTransfer "
        + "RepositoryOwnerChangeTooManyLinks Timeout OperationConflict HttpError";

    private const string OldPaths = "/JobSessions /JobSessions/{sessionId} /JobSessions/{sessionId}/LogItems "
        + "/JobSessions/{sessionId}/LogItems/{logItemId} /Jobs /Jobs/{jobId} /token ";
    private const string RetrievalPaths = "/DataRetrievalSessions /DataRetrievalSessions/{sessionId} /DataRetrievalSessions/{sessionId}/LogItems "
        + "/DataRetrievalSessions/{sessionId}/LogItems/{logItemId} /ServiceInstance ";

    [TestCase("v6", "LogItem", "id usn title creationTime endTime _links")]
    [TestCase("v7", "LogItem", "id usn title creationTime endTime _links")]
    [TestCase("v8", "LogItem", "id usn type message creationTime endTime _links")]
    [TestCase("v4", "LogItemPage", "offset limit results _links")]
    [TestCase("v5", "LogItemPage", "offset limit results _links totalCount")]
    [TestCase("v5", "JobSessionPage", "offset limit results _links totalCount")]
    [TestCase("v6", "LogItemPage", "offset limit results _links setId totalCount")]
    [TestCase("v7", "LogItemPage", "offset limit results _links setId totalCount")]
    [TestCase("v8", "LogItemPage", "offset limit results _links setId")]
    [TestCase("v6", "JobSession", Sessions)]
    [TestCase("v7", "JobSession", SessionsV7)]
    [TestCase("v8", "JobSession", SessionsV8)]
    [TestCase("v2", "JobSessionStatistics", "processingRate readRate writeRate transferredData processedObjects bottleneck")]
    [TestCase("v3", "JobSessionStatistics", Statistics)]
    [TestCase("v8", "JobSessionStatistics", Statistics)]
    [TestCase("v5", "Job", "id name lastRun nextRun lastStatus _links")]
    [TestCase("v6", "Job", JobsV6)]
    [TestCase("v7", "Job", JobsV6 + " lastBackup")]
    [TestCase(
        "v8", "Job", "description backupType schedulePolicy id organizationId repositoryId name lastRun nextRun lastBackup isEnabled lastStatus eTag _links")]
    [TestCase("v8", "JobPage", "offset limit setId results _links")]
    [TestCase("v7", "ProcessedObject", "id type status _links")]
    [TestCase("v7", "ProcessedObjectPage", "offset limit setId results _links totalCount")]
    [TestCase("v8", "ProcessedObjectPage", "offset limit setId results _links")]
    [TestCase("v6", "DataRetrievalSession", RetrievalsV6)]
    [TestCase("v7", "DataRetrievalSession", RetrievalsV6)]
    [TestCase("v8", "DataRetrievalSession", RetrievalsV6 + " repositoryId proxyId proxyPoolId")]
    [TestCase("v7", "DataRetrievalSessionPage", "offset limit setId results _links totalCount")]
    [TestCase("v8", "DataRetrievalSessionPage", "offset limit setId results _links")]
    [TestCase("v6", "Error", "message")]
    [TestCase("v7", "Error", "message errorCode")]
    [TestCase("v8", "Error", "message errorCode stackTrace")]
    public void Properties_OfAView_AreThePublishedOnes(string version, string schema, string properties) =>
        Assert.That(Keys(version, $"/components/schemas/{schema}/properties"), Is.EquivalentTo(properties.Split(' ')));

    [TestCase("v8", "LogItemType", "Running Warning Error Success Stop")]
    [TestCase("v7", "ErrorCode", "ProxyOffline")]
    [TestCase("v8", "ErrorCode", ErrorCodes)]
    [TestCase("v8", "JobSessionStatusFilter", "Stopped Running Succeeded Failed Warning")]
    [TestCase("v4", "JobSessionStatus", "Stopped Running Success Failed Warning")]
    [TestCase("v7", "JobType", "Backup Copy")]
    [TestCase("v8", "JobSessionConfigType", "Full Incremental")]
    [TestCase("v2", "Bottleneck", "NA Detecting Source Target")]
    [TestCase("v7", "ProcessedObjectType", "Group User Site Team")]
    [TestCase("v7", "ProcessedObjectStatus", "Success Warning Failed")]
    [TestCase("v6", "DataRetrievalSessionType", "Retrieve RetrievalChangeAvailabilityPeriodDays RetrievalRemoving")]
    [TestCase("v6", "DataRetrievalSessionStatus", "Stopped Running Success Failed Warning NotConfigured")]
    [TestCase("v6", "JobBackupType", "EntireOrganization SelectedItems")]
    [TestCase("v6", "JobSessionStatus", "Stopped Running Success Failed Warning NotConfigured Disconnected Queued")]
    [TestCase("v8", "JobSessionStatus", "Stopped Running Success Failed Warning NotConfigured Disconnected Queued")]
    public void EnumValues_OfAView_AreThePublishedOnes(string version, string schema, string values) =>
        Assert.That(
            ((ContractList)Views.All[version].Find($"/components/schemas/{schema}/enum")!).Items.Select(item => ((ContractScalar)item).Text),
            Is.EquivalentTo(values.Split(' ')));

    [TestCase("v4", "JobSessions", "")]
    [TestCase("v5", "JobSessions", "offset limit")]
    [TestCase("v4", "Jobs/{jobId}/JobSessions", "")]
    [TestCase("v5", "Jobs/{jobId}/JobSessions", "offset limit")]
    [TestCase("v7", "Jobs", "")]
    [TestCase("v8", "Jobs", "organizationId repositoryId limit offset")]
    [TestCase("v7", "JobSessions/{sessionId}/ProcessedObjects", "offset limit")]
    [TestCase("v6", "DataRetrievalSessions", "dataRetrievalId limit offset")]
    [TestCase("v8", "DataRetrievalSessions", "dataRetrievalId limit offset")]
    [TestCase("v6", "JobSessions", "offset limit jobType endTimeLowerBound")]
    [TestCase("v7", "JobSessions", "offset limit jobType endTimeLowerBound jobId endTimeUpperBound")]
    [TestCase("v8", "JobSessions", "offset limit jobType endTimeLowerBound jobId endTimeUpperBound status")]
    [TestCase("v2", "JobSessions/{sessionId}/LogItems", "")]
    [TestCase("v7", "JobSessions/{sessionId}/LogItems", "offset limit")]
    [TestCase("v8", "JobSessions/{sessionId}/LogItems", "offset limit type orderAsc")]
    [TestCase("v7", "DataRetrievalSessions/{sessionId}/LogItems", "offset limit")]
    [TestCase("v8", "DataRetrievalSessions/{sessionId}/LogItems", "offset limit orderAsc")]
    public void QueryParameters_OfAView_AreThePublishedOnes(string version, string path, string parameters)
    {
        var view = Views.All[version];
        var list = (ContractList?)view.Find($"/paths/~1{path.Replace("/", "~1", StringComparison.Ordinal)}/get/parameters");
        Assert.That(
            (list?.Items ?? []).Select(item => ((ContractScalar)((ContractMap)view.Resolve(item))["name"]!).Text),
            Is.EquivalentTo(parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [TestCase("v5", OldPaths + "/Jobs/{jobId}/JobSessions")]
    [TestCase("v6", OldPaths + RetrievalPaths + "/Jobs/{jobId}/JobSessions")]
    [TestCase("v7", OldPaths + RetrievalPaths + "/JobSessions/{sessionId}/ProcessedObjects /token/logout")]
    [TestCase("v8", OldPaths + RetrievalPaths + "/JobSessions/{sessionId}/ProcessedObjects /token/logout")]
    public void Paths_OfAView_AreThePublishedOnes(string version, string paths) =>
        Assert.That(Keys(version, "/paths"), Is.EquivalentTo(paths.Split(' ')));

    [TestCase("v7", "200")]
    [TestCase("v8", "204")]
    public void LogoutStatus_OfAView_IsThePublishedOne(string version, string status) =>
        Assert.That(Keys(version, "/paths/~1token~1logout/post/responses").Where(key => key[0] == '2'), Is.EqualTo(new[] { status }));

    [TestCase("v6", false)]
    [TestCase("v7", true)]
    public void SessionEndTime_OfAView_IsNullableFromV7On(string version, bool isNullable) =>
        Assert.That(Views.All[version].Find("/components/schemas/JobSession/properties/endTime/nullable") is not null, Is.EqualTo(isNullable));

    [TestCase("v6", "JobSession", "details", true)]
    [TestCase("v7", "JobSession", "jobWillBeRetried", true)]
    [TestCase("v8", "JobSession", "proxyId", true)]
    [TestCase("v8", "JobSession", "proxyPoolId", true)]
    [TestCase("v8", "LogItem", "endTime", false)]
    [TestCase("v5", "JobSessionPage", "totalCount", false)]
    [TestCase("v6", "JobSessionPage", "totalCount", true)]
    [TestCase("v7", "Error", "errorCode", true)]
    [TestCase("v8", "Error", "stackTrace", true)]
    [TestCase("v6", "Job", "lastStatus", true)]
    [TestCase("v6", "Job", "name", false)]
    [TestCase("v6", "DataRetrievalSession", "endTime", false)]
    public void Nullability_OfAView_IsThePublishedOne(string version, string schema, string property, bool isNullable) =>
        Assert.That(
            Views.All[version].Find($"/components/schemas/{schema}/properties/{property}/nullable") is not null, Is.EqualTo(isNullable));

    [TestCase("v4", "JobSessions", "array")]
    [TestCase("v5", "JobSessions", "JobSessionPage")]
    [TestCase("v4", "Jobs~1{jobId}~1JobSessions", "array")]
    [TestCase("v5", "Jobs~1{jobId}~1JobSessions", "JobSessionPage")]
    [TestCase("v2", "JobSessions~1{sessionId}~1LogItems", "LogItemPage array")]
    [TestCase("v5", "JobSessions~1{sessionId}~1LogItems", "LogItemPage array")]
    [TestCase("v6", "JobSessions~1{sessionId}~1LogItems", "LogItemPage")]
    [TestCase("v7", "Jobs", "array")]
    [TestCase("v8", "Jobs", "JobPage")]
    public void Shapes_OfAView_AreThePublishedOnes(string version, string path, string shapes)
    {
        var schema = (ContractMap)Views.All[version].Find($"/paths/~1{path}/get/responses/200/content/application~1json/schema")!;
        var all = schema["oneOf"] is ContractList several ? several.Items.Cast<ContractMap>() : [schema];
        Assert.That(
            all.Select(shape => ((ContractScalar)(shape["$ref"] ?? shape["type"])!).Text.Split('/')[^1]), Is.EqualTo(shapes.Split(' ')));
    }

    private static IEnumerable<string> Keys(string version, string pointer) =>
        ((ContractMap)Views.All[version].Find(pointer)!).Entries.Select(entry => entry.Key);
}
