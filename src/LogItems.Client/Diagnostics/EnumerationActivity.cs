using System.Diagnostics;

namespace LogItems.Diagnostics;

/// <summary>The activity of a whole enumeration: the requests for its pages are its children. No activity without a listener.</summary>
internal sealed class EnumerationActivity : IDisposable
{
    private readonly Activity? _activity;

    /// <param name="name">The name of the list.</param>
    /// <param name="server">The server.</param>
    public EnumerationActivity(string name, Uri server)
    {
        _activity = ClientMetrics.Activities.StartActivity(name);
        _activity?.SetTag("server.address", server.Host);
        _activity?.SetTag("server.port", server.Port);
    }

    /// <summary>The number of delivered items.</summary>
    public long Count { get; set; }

    /// <summary>Makes it the current activity again; delivering an item resets the current activity.</summary>
    public void Resume()
    {
        if (_activity is not null)
        {
            Activity.Current = _activity;
        }
    }

    public void Fail(Exception failure)
    {
        _activity?.SetTag("error.type", failure.GetType().FullName);
        _activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        _activity?.SetTag("logitems.items", Count);
        _activity?.Dispose();
    }
}
