namespace LogItems.FakeServer.Requests;

/// <summary>Marks an endpoint that is not the API's: its requests are neither recorded nor unmatched.</summary>
internal sealed class AdditionalEndpoint
{
    public static AdditionalEndpoint Instance { get; } = new();
}
