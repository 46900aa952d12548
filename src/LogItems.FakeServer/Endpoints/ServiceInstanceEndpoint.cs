using System.Globalization;
using LogItems.FakeServer.Hosting;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Tells which installation this is; without a token its 401 tells that the version is served.</summary>
internal sealed class ServiceInstanceEndpoint : IFakeEndpoint
{
    private readonly Guid _installationId = Guid.NewGuid();

    public string Operation => "GetServiceInstance";

    public string Route => "/ServiceInstance";

    public ApiVersion Since => ApiVersion.V6;

    public Task AnswerAsync(FakeCall call) =>
        call.SendAsync(json =>
        {
            json.WriteStartObject();
            json.WriteString("installationId"u8, _installationId);
            json.WriteString("version"u8, string.Create(CultureInfo.InvariantCulture, $"{(int)call.Version}.0.0.0"));
            json.WriteEndObject();
        });
}
