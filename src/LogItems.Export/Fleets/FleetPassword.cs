using LogItems.Export.Fleets;

namespace LogItems.Export;

/// <summary>The source of a server's password. It never contains the password itself.</summary>
public sealed class FleetPassword
{
    private readonly string _reference;

    internal FleetPassword(FleetPasswordSource source, string reference)
    {
        (Source, _reference) = (source, reference);
        Rejected = new RejectedPasswords(this);
    }

    /// <summary>The kind of source.</summary>
    public FleetPasswordSource Source { get; }

    /// <summary>What was rejected of what it contained.</summary>
    internal RejectedPasswords Rejected { get; }

    /// <summary>Describes the source; a command is not shown, because it may contain a secret.</summary>
    public override string ToString() => Source switch
    {
        FleetPasswordSource.Environment => $"the environment variable {_reference}",
        FleetPasswordSource.File => $"the file {_reference}",
        _ => "the credential command",
    };

    /// <summary>Reads the current password.</summary>
    /// <exception cref="InvalidDataException">The password is missing. The message contains no secret.</exception>
    internal async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        if (Source == FleetPasswordSource.Command)
        {
            return await CredentialCommand.RunAsync(_reference, cancellationToken).ConfigureAwait(false);
        }

        var line = Source == FleetPasswordSource.Environment
            ? Environment.GetEnvironmentVariable(_reference)
            : await ReadLineAsync(cancellationToken).ConfigureAwait(false);
        return !string.IsNullOrEmpty(line) ? line
            : throw new InvalidDataException(Source == FleetPasswordSource.Environment
                ? $"The environment variable {_reference} is not set. Set it to the password."
                : $"The file {_reference} is empty. Its first line has to be the password.");
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new StreamReader(_reference);
            return await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The password cannot be read from the file {_reference}: {exception.Message}", exception);
        }
    }
}
