namespace LogItems.FakeServer.Requests;

/// <summary>Marks an endpoint that is not part of the API: its requests are neither recorded nor counted as unmatched.</summary>
internal sealed class AdditionalEndpoint
{
    public static AdditionalEndpoint Instance { get; } = new();
}
