using System.Text;
using LogItems.Export.Otlp.Options;
using Microsoft.Extensions.Logging;

namespace LogItems.Export.Otlp.Sending;

/// <summary>Sends requests with records of a signal until the receiver has accepted them, by the rules of OTLP.</summary>
internal sealed partial class OtlpSender(OtlpTransport transport, OtlpSinkOptions options, ILogger logger)
{
    /// <summary>The maximum delay that doubling leads to.</summary>
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(30);

    /// <summary>A longer delay is left to the next poll, which reads the items again.</summary>
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>The maximum length of a quoted message from a receiver.</summary>
    private const int MaxMessage = 500;

    private volatile bool _hasAccepted;

    /// <summary>Gets whether the receiver has accepted a record.</summary>
    public bool HasAccepted => _hasAccepted;

    /// <summary>Sends a request.</summary>
    /// <param name="message">The request.</param>
    /// <param name="count">The number of its records.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Null if the receiver has accepted it; its reason if it rejected it for what is in it.</returns>
    /// <exception cref="ExportSinkException">The receiver rejected it for another reason, or did not accept it within all retries.</exception>
    public async Task<string?> SendAsync(ReadOnlyMemory<byte> message, int count, CancellationToken cancellationToken)
    {
        var content = transport.Encode(message);
        for (var attempt = 0; ; attempt++)
        {
            var (reply, failure) = await TrySendAsync(content, cancellationToken).ConfigureAwait(false);
            var text = Clean(reply.Message);
            switch (reply.Outcome)
            {
                case OtlpOutcome.Accepted:
                    Report(reply.Rejected, count, text);
                    return null;
                case OtlpOutcome.Invalid:
                case OtlpOutcome.TooMuch when count > 1:
                    return text;
                case OtlpOutcome.TooMuch or OtlpOutcome.Rejected:
                    throw CreateException(count, text);
                case OtlpOutcome.NotImplemented:
                    throw new ExportSinkException(
                        $"The OTLP receiver {Address} rejected {count} {Signal.Records}: {text}. It takes no {Signal.HttpName} at this address: check the "
                        + $"address and the protocol. If it takes none at all, set --signals (OtlpSinkOptions.Signals) to {Signal.Other}.");
            }

            var delay = reply.RetryAfter ?? DelayOf(attempt);
            if (attempt >= options.MaxRetries || delay > MaxRetryAfter)
            {
                throw new ExportSinkException(
                    $"The OTLP receiver {Address} did not accept {count} {Signal.Records} after {attempt + 1} attempts: {text}"
                    + $"{(delay > MaxRetryAfter ? $"; it asked for a retry in {delay.TotalSeconds:0} seconds" : "")}. Nothing is lost while it is unavailable.",
                    failure!);
            }

            LogRetry(logger, Address, count, Signal.Records, text, delay.TotalSeconds);
            await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reports records that the receiver rejected and that are not sent again: it would reject them again.</summary>
    public void ReportRejected(long rejected, int count, string reason)
    {
        OtlpMetrics.ReportRejected(Signal, rejected);
        LogRejected(logger, Address, rejected, count, Signal.Records, reason);
    }

    /// <summary>Creates the exception for a request that the receiver rejected.</summary>
    public ExportSinkException CreateException(int count, string reason) => new(
        $"The OTLP receiver {Address} rejected {count} {Signal.Records}: {reason}. Check its address, its protocol and the headers"
        + $"{(options.UseCompression ? ", and whether it supports gzip" : "")}. Its log may contain the reason.");

    private async Task<(OtlpReply Reply, Exception? Failure)> TrySendAsync(byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            return (await transport.SendAsync(content, cancellationToken).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return (new OtlpReply(OtlpOutcome.Unavailable, $"it did not respond within {options.Timeout.TotalSeconds:0.###} seconds"), exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return (new OtlpReply(OtlpOutcome.Unavailable, exception.Message), exception);
        }
    }

    private void Report(long rejected, int count, string text)
    {
        _hasAccepted |= rejected < count;
        if (rejected > 0)
        {
            // The request must not be retried: the receiver has accepted the other records, and rejected these.
            ReportRejected(rejected, count, text);
        }
        else if (text.Length > 0)
        {
            LogWarning(logger, Address, text);
        }
    }

    private OtlpSignal Signal => transport.Signal;

    private Uri Address => transport.Address;

    private TimeSpan DelayOf(int attempt)
    {
        var delay = options.RetryDelay * Math.Pow(2, Math.Min(attempt, 16));
        return (delay < MaxDelay ? delay : MaxDelay) * (1 + (Random.Shared.NextDouble() / 10));
    }

    /// <summary>Converts the receiver's message to one line, without header values that it may contain.</summary>
    private string Clean(string? message)
    {
        var text = new StringBuilder(message);
        // "Bearer XYZ" could be echoed as "XYZ".
        var secrets = options.Headers.Values.SelectMany(value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(value));
        foreach (var value in secrets.Where(value => value.Length > 0).OrderByDescending(value => value.Length))
        {
            text.Replace(value, "***");
        }

        for (var index = 0; index < text.Length; index++)
        {
            text[index] = char.IsControl(text[index]) ? ' ' : text[index];
        }

        return text.Length > MaxMessage ? $"{text.ToString(0, MaxMessage)}…" : text.ToString().TrimEnd('.', ' ');
    }

    [LoggerMessage(11, LogLevel.Warning, "The OTLP receiver {Address} rejected {Rejected} of {Count} {Records}; they will not be sent again. {Reason}")]
    private static partial void LogRejected(ILogger logger, Uri address, long rejected, int count, string records, string reason);

    [LoggerMessage(12, LogLevel.Warning, "The OTLP receiver {Address} accepted everything, with a warning. {Warning}")]
    private static partial void LogWarning(ILogger logger, Uri address, string warning);

    [LoggerMessage(
        13, LogLevel.Information, "The OTLP receiver {Address} cannot accept {Count} {Records}: {Reason}. They will be sent again in {Delay:0.###} s.")]
    private static partial void LogRetry(ILogger logger, Uri address, int count, string records, string reason, double delay);
}
