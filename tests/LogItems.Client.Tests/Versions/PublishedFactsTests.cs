using LogItems.Contracts.Documents;

namespace LogItems.Client.Tests.Versions;

/// <summary>The views of v6, v7 and v8 have what the vendor's published documents of those versions have, no more and no less.</summary>
public class PublishedFactsTests
{
    private const string Sessions = "id details creationTime endTime retryCount progress status statistics _links";
    private const string SessionsV7 = Sessions + " repositoryId mainSessionId jobWillBeRetried jobType";
    private const string SessionsV8 = SessionsV7 + " jobId jobSessionConfigType eTag proxyId proxyPoolId";
    private const string ErrorCodes =
        "ProxyOffline OutdatedChangeToken ResourceAccessDenied ResourceNotFound ParameterValidationFailure OrganizationTransfer "
        + "RepositoryOwnerChangeTooManyLinks Timeout OperationConflict HttpError";

    [TestCase("v6", "LogItem", "id usn title creationTime endTime _links")]
    [TestCase("v7", "LogItem", "id usn title creationTime endTime _links")]
    [TestCase("v8", "LogItem", "id usn type message creationTime endTime _links")]
    [TestCase("v5", "LogItemPage", "offset limit results _links")]
    [TestCase("v6", "LogItemPage", "offset limit results _links setId totalCount")]
    [TestCase("v7", "LogItemPage", "offset limit results _links setId totalCount")]
    [TestCase("v8", "LogItemPage", "offset limit results _links setId")]
    [TestCase("v6", "JobSession", Sessions)]
    [TestCase("v7", "JobSession", SessionsV7)]
    [TestCase("v8", "JobSession", SessionsV8)]
    [TestCase("v6", "Error", "message")]
    [TestCase("v7", "Error", "message errorCode")]
    [TestCase("v8", "Error", "message errorCode stackTrace")]
    public void Properties_OfAView_AreThePublishedOnes(string version, string schema, string properties) =>
        Assert.That(Keys(version, $"/components/schemas/{schema}/properties"), Is.EquivalentTo(properties.Split(' ')));

    [TestCase("v8", "LogItemType", "Running Warning Error Success Stop")]
    [TestCase("v7", "ErrorCode", "ProxyOffline")]
    [TestCase("v8", "ErrorCode", ErrorCodes)]
    [TestCase("v8", "JobSessionStatusFilter", "Stopped Running Succeeded Failed Warning")]
    [TestCase("v6", "JobSessionStatus", "Stopped Running Success Failed Warning NotConfigured Disconnected Queued")]
    [TestCase("v8", "JobSessionStatus", "Stopped Running Success Failed Warning NotConfigured Disconnected Queued")]
    public void EnumValues_OfAView_AreThePublishedOnes(string version, string schema, string values) =>
        Assert.That(
            ((ContractList)Views.All[version].Find($"/components/schemas/{schema}/enum")!).Items.Select(item => ((ContractScalar)item).Text),
            Is.EquivalentTo(values.Split(' ')));

    [TestCase("v5", "JobSessions", "offset limit")]
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

    [TestCase("v5", "/JobSessions /JobSessions/{sessionId} /JobSessions/{sessionId}/LogItems /JobSessions/{sessionId}/LogItems/{logItemId} /token")]
    [TestCase("v7", "/JobSessions /JobSessions/{sessionId} /JobSessions/{sessionId}/LogItems /JobSessions/{sessionId}/LogItems/{logItemId} /token "
        + "/DataRetrievalSessions/{sessionId}/LogItems /DataRetrievalSessions/{sessionId}/LogItems/{logItemId} /ServiceInstance /token/logout")]
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

    private static IEnumerable<string> Keys(string version, string pointer) =>
        ((ContractMap)Views.All[version].Find(pointer)!).Entries.Select(entry => entry.Key);
}
