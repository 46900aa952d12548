using LogItems.Cli.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LogItems.Cli.Output;

/// <summary>Writes the log of a service to stderr; that of its clients only on request.</summary>
internal sealed class ServiceLog(CommandEnvironment host, string category, bool isVerbose) : ILoggerFactory
{
    private readonly MessageLog _log = new(host);

    public ILogger CreateLogger(string categoryName) => isVerbose || categoryName == category ? _log : NullLogger.Instance;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose() => _log.Dispose();
}
