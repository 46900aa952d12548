using System.Diagnostics;

namespace LogItems.Diagnostics;

/// <summary>The activity of a whole enumeration: the requests for its pages are its children. Nothing where nobody listens.</summary>
internal sealed class EnumerationActivity : IDisposable
{
    private readonly Activity? _activity;

    /// <param name="name">What is enumerated.</param>
    /// <param name="server">The server.</param>
    public EnumerationActivity(string name, Uri server)
    {
        _activity = ClientMetrics.Activities.StartActivity(name);
        _activity?.SetTag("server.address", server.Host);
        _activity?.SetTag("server.port", server.Port);
    }

    /// <summary>The number of delivered items.</summary>
    public long Count { get; set; }

    /// <summary>Makes it the current activity again, which it is not after an item was delivered.</summary>
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
