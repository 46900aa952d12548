using LogItems.Contracts.Documents;

namespace LogItems.Client.Tests.Versions;

/// <summary>The generated version table and the views of the contract say the same.</summary>
public class ApiFeatureTests
{
    [Test]
    public void Supports_EachVersion_IsWhatItsViewHas([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var table = ApiFeatures.All.Where(feature => version.Supports(feature)).Select(feature => feature.Name);
        Assert.That(table, Is.EquivalentTo(FeaturesOf(Views.Of(version))));
    }

    [Test]
    public void Supports_NoVersion_IsRefused([Values(0, 1, 9)] int version) =>
        Assert.That(() => ((ApiVersion)version).Supports(ApiFeatures.ListLogItems), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void All_Versions_AreThoseOfTheContract() =>
        Assert.That(ApiVersions.All.Select(version => version.ToPathSegment()), Is.EqualTo(ContractVersions.All));

    [Test]
    public void AntiforgeryParameter_EachVersion_IsInTheViewWhereTheClientSendsIt(
        [ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version) =>
        Assert.That(
            Views.Of(version).Find("/components/schemas/TokenRequest/properties/disable_antiforgery_token") is not null,
            Is.EqualTo(ApiFeatures.CreateTokenDisableAntiforgeryToken.IsIn(version)));

    private static IEnumerable<string> FeaturesOf(ContractDocument view) =>
        from path in ((ContractMap)view.Root["paths"]!).Entries
        from method in ((ContractMap)path.Value).Entries
        where method.Key is "get" or "post"
        let operation = (ContractMap)method.Value
        let name = Capital(operation["operationId"]!)
        from feature in Parameters(view, operation).Select(parameter => $"{name}.{parameter}").Prepend(name)
        select feature;

    private static IEnumerable<string> Parameters(ContractDocument view, ContractMap operation) =>
        from parameter in (operation["parameters"] as ContractList)?.Items ?? []
        let resolved = (ContractMap)view.Resolve(parameter)
        where ((ContractScalar)resolved["in"]!).Text == "query"
        select ((ContractScalar)resolved["name"]!).Text;

    private static string Capital(ContractNode node) => char.ToUpperInvariant(((ContractScalar)node).Text[0]) + ((ContractScalar)node).Text[1..];
}
