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
        Increment();
        try
        {
            await next(connection);
        }
        finally
        {
            Decrement();
        }
    };

    private void Increment()
    {
        lock (_gate)
        {
            _opened++;
            _peak = Math.Max(_peak, ++_open);
        }
    }

    private void Decrement()
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
