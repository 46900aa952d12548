using System.CommandLine;
using System.Globalization;
using LogItems.Cli.Output;
using LogItems.Cli.Options;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems certificate</c></summary>
internal sealed class CertificateCommand : Command
{
    private readonly ServerSettings _server = new();

    public CertificateCommand(CommandEnvironment host)
        : base("certificate", "Shows the certificate of a server, to compare its thumbprint and pin it; sends nothing.")
    {
        _server.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var server = _server.ReadServer(parse, host);
        var certificate = await LogItemsClient.GetServerCertificateAsync(server, _server.ReadOptions(parse, host), cancellationToken);
        var screen = new Screen(host);
        screen.WriteLine($"host     {certificate.Host}");
        screen.WriteLine($"subject  {certificate.Subject}");
        screen.WriteLine($"issuer   {certificate.Issuer}");
        screen.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"valid    {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}"));
        screen.WriteLine($"sha256   {certificate.Sha256}");
        screen.WriteLine($"problem  {certificate.Problem}");
        return ExitCode.Ok;
    }
}
