using System.Globalization;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Describes the installation; without a token, its 401 shows that the version is served.</summary>
internal sealed class ServiceInstanceEndpoint : IFakeEndpoint
{
    private readonly Guid _installationId = Guid.NewGuid();

    public ContractOperation Operation => Operations.GetServiceInstance;

    public Task AnswerAsync(FakeCall call) =>
        call.SendAsync(json =>
        {
            json.WriteStartObject();
            json.WriteString("installationId"u8, _installationId);
            json.WriteString("version"u8, string.Create(CultureInfo.InvariantCulture, $"{(int)call.Version}.0.0.0"));
            json.WriteEndObject();
        });
}
