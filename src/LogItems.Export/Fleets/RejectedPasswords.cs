using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace LogItems.Export.Fleets;

/// <summary>
/// Remembers which passwords of one credential of the fleet were accepted or rejected. All servers that share the credential share this memory, so that a
/// wrong password is tried once and not on every server, which would lock the account.
/// </summary>
/// <param name="source">The source of the passwords, for messages.</param>
internal sealed class RejectedPasswords(FleetPassword source)
{
    /// <summary>A rejected password is tried again after this time: the server could have been at fault.</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromHours(1);

    /// <summary>A password that a server has accepted within this time may be tried on several servers at the same time.</summary>
    private static readonly TimeSpan ProofLifetime = TimeSpan.FromMinutes(1);

    /// <summary>The maximum time that other servers wait for one that does not respond.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, State> _states = new(StringComparer.Ordinal);

    /// <summary>Signs in, unless a server has rejected the same user name and password within the last hour.</summary>
    /// <remarks>A password that no server has accepted recently is tried on one server at a time.</remarks>
    /// <exception cref="LogItemsAuthenticationException">A server has rejected them, this one or another.</exception>
    public async Task<AccessToken> SignInAsync(
        string username, string password, Func<Task<AccessToken>> signInAsync, TimeProvider time, CancellationToken cancellationToken)
    {
        // Not the password itself: it would be kept for as long as the process runs.
        var key = $"{username}\n{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(password)))}";
        var state = _states.GetOrAdd(key, _ => new State());
        if (state.Verdict is { Rejection: null } accepted && time.GetElapsedTime(accepted.At) < ProofLifetime)
        {
            return await TryAsync(state, signInAsync, time).ConfigureAwait(false);
        }

        Task<AccessToken> attempt;
        await state.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfRejected(state, username, time);
            attempt = TryAsync(state, signInAsync, time);
            await ((Task)attempt).WaitAsync(MaxWait, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            state.Turn.Release();
        }

        return await attempt.ConfigureAwait(false);
    }

    private static async Task<AccessToken> TryAsync(State state, Func<Task<AccessToken>> signInAsync, TimeProvider time)
    {
        try
        {
            var token = await signInAsync().ConfigureAwait(false);
            state.Verdict = new Verdict(time.GetTimestamp(), Rejection: null);
            return token;
        }
        catch (LogItemsAuthenticationException exception) when (IsOfPassword(exception))
        {
            state.Verdict = new Verdict(time.GetTimestamp(), exception);
            throw;
        }
    }

    /// <summary>Gets whether the password was checked: 401, or 400 with <c>invalid_grant</c> or without a code.</summary>
    private static bool IsOfPassword(LogItemsAuthenticationException exception) => (int)exception.StatusCode switch
    {
        401 => true,
        400 => exception.Error is null or "invalid_grant",
        _ => false,
    };

    private void ThrowIfRejected(State state, string username, TimeProvider time)
    {
        if (state.Verdict is { Rejection: { } rejection } verdict && RetryDelay - time.GetElapsedTime(verdict.At) is { Ticks: > 0 } left)
        {
            throw new LogItemsAuthenticationException(
                $"The password of '{username}' from {source} was rejected, and is not tried again for {Math.Ceiling(left.TotalMinutes):0} minutes on any server "
                + "with this setting, so that the account is not locked. Correct it at its source, which is read again at each poll; after a change of an "
                + $"environment variable or of a credential of systemd, restart the process. The rejection: {rejection.Message}",
                rejection.Failure,
                rejection.StatusCode,
                rejection.Error);
        }
    }

    /// <summary>The last answer of a server.</summary>
    /// <param name="At">When.</param>
    /// <param name="Rejection">The rejection; null if the password was accepted.</param>
    private sealed record Verdict(long At, LogItemsAuthenticationException? Rejection);

    private sealed class State
    {
        private volatile Verdict? _verdict;

        public SemaphoreSlim Turn { get; } = new(1);

        public Verdict? Verdict
        {
            get => _verdict;
            set => _verdict = value;
        }
    }
}
