using LogItems.Export.Otlp.Mapping;
using LogItems.Export.Otlp.Sending;
using LogItems.Export.Otlp.Wire;

namespace LogItems.Export.Otlp;

/// <summary>Delivers the records of one signal of a batch.</summary>
/// <remarks>
/// A request that the receiver rejects for what is in it is halved until the rejected records are known, which are dropped: OTLP forbids sending them
/// again, and the others must not be lost with them. A receiver that has never accepted anything is probably configured wrongly: nothing is dropped.
/// </remarks>
/// <param name="sender">Sends requests of the signal.</param>
/// <param name="request">An empty request; disposed of.</param>
/// <param name="before">What need not be sent, because an earlier attempt came so far.</param>
/// <param name="hasAccepted">Determines whether the receiver has ever accepted anything, of any signal.</param>
internal sealed class OtlpDelivery(OtlpSender sender, OtlpRequest request, IReadOnlySet<Guid> before, Func<bool> hasAccepted) : IDisposable
{
    /// <summary>After so many rejected records, a signal of which nothing was ever accepted is not tried record by record any more.</summary>
    private const int MaxTrials = 16;

    private readonly List<Guid> _settled = [];
    private readonly List<Guid> _rejected = [];
    private string _reason = "";

    /// <summary>The records that need not be sent again: the receiver has accepted or finally rejected them.</summary>
    public IEnumerable<Guid> Settled => _settled;

    /// <summary>Adds a record, and sends those before it if they fill a request.</summary>
    public async ValueTask AddAsync<T>(T record, Guid id, Action<ProtoWriter, T> write, CancellationToken cancellationToken)
    {
        if (before.Contains(id))
        {
            _settled.Add(id);
        }
        else if (!request.TryAdd(record, id, write))
        {
            await SendAsync(cancellationToken).ConfigureAwait(false);
            request.TryAdd(record, id, write);
        }
    }

    /// <summary>Sends what was added and not sent yet.</summary>
    /// <exception cref="ExportSinkException">The receiver did not accept it, and can accept it later.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        if (request.Count == 0)
        {
            return;
        }

        _rejected.Clear();
        await SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (_rejected.Count > 0)
        {
            if (!hasAccepted())
            {
                throw sender.CreateException(request.Count, _reason);
            }

            sender.ReportRejected(_rejected.Count, request.Count, _reason);
            _settled.AddRange(_rejected);
        }

        request.Clear();
    }

    public void Dispose() => request.Dispose();

    private async Task SendAsync(OtlpRequest part, CancellationToken cancellationToken)
    {
        if (!sender.HasAccepted && _rejected.Count >= MaxTrials)
        {
            _rejected.AddRange(part.Ids);
            return;
        }

        var reason = await sender.SendAsync(part.Complete(), part.Count, cancellationToken).ConfigureAwait(false);
        if (reason is null)
        {
            _settled.AddRange(part.Ids);
        }
        else if (part.Count == 1)
        {
            _reason = reason;
            _rejected.AddRange(part.Ids);
        }
        else
        {
            var half = part.Count / 2;
            using var first = part.Part(0, half);
            using var second = part.Part(half, part.Count - half);
            await SendAsync(first, cancellationToken).ConfigureAwait(false);
            await SendAsync(second, cancellationToken).ConfigureAwait(false);
        }
    }
}
