using Microsoft.AspNetCore.Connections;

namespace LogItems.FakeServer.Requests;

/// <summary>Counts the connections of one server.</summary>
internal sealed class ConnectionCount
{
    private readonly Lock _gate = new();
    private long _opened;
    private int _open;
    private int _peak;

    public long Opened => Read(ref _opened);

    public int Open => Read(ref _open);

    public int Peak => Read(ref _peak);

    public Func<ConnectionDelegate, ConnectionDelegate> Middleware => next => async connection =>
    {
        Enter();
        try
        {
            await next(connection);
        }
        finally
        {
            Leave();
        }
    };

    private void Enter()
    {
        lock (_gate)
        {
            _opened++;
            _peak = Math.Max(_peak, ++_open);
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _open--;
        }
    }

    private T Read<T>(ref T field)
    {
        lock (_gate)
        {
            return field;
        }
    }
}
